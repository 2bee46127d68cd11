"""The meetings of the served edition as a table of pandas: what the peers load when they start."""

import pandas as pd

from sidang.edition import current_edition, cursor, editions_dir

MEETINGS = """
select e.event_id, e.name, e.start_date, e.year, b.body_id, coalesce(b.acronym, b.name) as body, b.pillar_id as pillar,
    coalesce(p.name, '') as city, e.mode
from events as e
inner join bodies as b on e.body_id = b.body_id
left join places as p on e.place_id = p.place_id
where e.status = 'held'
"""


def meetings() -> pd.DataFrame:
    """All meetings held."""
    return cursor(current_edition(editions_dir())).execute(MEETINGS).df()
