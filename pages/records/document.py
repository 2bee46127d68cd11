"""One document, complete: adopted when and where, in force or not?"""

from sidang import document_page
from sidang.frame import current

document_page.draw(current())
