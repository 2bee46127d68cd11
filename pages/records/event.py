"""One meeting, complete: when, where, with whom, with what result?"""

from sidang import event_page
from sidang.frame import current

event_page.draw(current())
