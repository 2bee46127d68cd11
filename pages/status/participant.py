"""One participant: which statuses, since when, at which meetings and as what?"""

from sidang import participant_page
from sidang.frame import current

page = current()
participant_page.draw(page, participant_page.participant_meant(page))
