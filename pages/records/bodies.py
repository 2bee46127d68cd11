"""Which bodies are there?"""

from sidang import registers, ways
from sidang.frame import current, guarded

page = current()
guarded(page, registers.draw_bodies, page.language.text("Bodies"))
ways.draw_downloads(page, "bodies")
