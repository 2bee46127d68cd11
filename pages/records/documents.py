"""Which documents are there?"""

from sidang import registers, ways
from sidang.frame import current, guarded

page = current()
guarded(page, registers.draw_documents, page.language.text("Documents"))
ways.draw_downloads(page, "documents")
