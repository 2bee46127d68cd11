"""Which participants are there?"""

from sidang import registers
from sidang.frame import current, guarded

page = current()
guarded(page, registers.draw_participants, page.language.text("Participants"))
