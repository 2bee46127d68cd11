"""One body, complete: what is it part of, and when and where did it meet?"""

from sidang import body_page
from sidang.frame import current

body_page.draw(current())
