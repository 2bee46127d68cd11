from sidang.view import View
def random_views(edition, count, seed): return [View(years=(2018,2023)), View(bodies=("soc-com",), search="jakarta")][:count]
