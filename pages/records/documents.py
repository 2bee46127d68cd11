"""Which documents are there?"""

from sidang import registers
from sidang.frame import current, guarded

page = current()
guarded(page, registers.draw_documents, page.language.text("Documents"))
