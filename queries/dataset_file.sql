-- What does a file beside the tables of the dataset say?
--
-- Parameters: $name: datapackage.json, README.md or LICENSE.md
-- Grain: one row, none where the edition carries no such file
-- Counts: nothing
select dataset_files.content
from dataset_files
where dataset_files.name = $name
order by dataset_files.name
