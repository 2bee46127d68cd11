"""Which bodies are there?"""

from sidang import registers
from sidang.frame import current, guarded

page = current()
guarded(page, registers.draw_bodies, page.language.text("Bodies"))
