"""Which participants are there?"""

from sidang import registers, ways
from sidang.frame import current, guarded

page = current()
guarded(page, registers.draw_participants, page.language.text("Participants"))
ways.draw_downloads(page, "participants")
