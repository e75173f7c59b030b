-- Timeline
-- What the documents date, in one list: conduct that is claimed, measures that are announced, and the publications.
-- What a text does not date has no row here; words too vague for days have none either.
-- key: kind, row_id
--
-- date_start: date: First day meant.
-- date_end: date: Last day meant.
-- date_precision: allegations.date_precision
-- kind: string: `allegation`, `sanction` or `publication`.
-- row_id: string: Id of the row in `allegations`, `sanctions` or `documents`.
-- speaker: string: Who says it: the innermost source, the authority, the publisher.
-- what: string: Category and stance of a claim, reason of a measure, title of a document.
-- accused: allegations_flat.accused
-- quote: string: The words; empty for publications.
-- document_id: documents.document_id
CREATE VIEW timeline AS
SELECT date_start, date_end, CAST(date_precision AS TEXT) AS date_precision, 'allegation' AS kind,
    allegation_id AS row_id, speaker, CAST(category AS TEXT) || ', ' || CAST(stance AS TEXT) AS what, accused,
    quote, document_id
FROM allegations_flat WHERE date_start IS NOT NULL
UNION ALL
SELECT s.date_start, s.date_end, CAST(s.date_precision AS TEXT), 'sanction', s.sanction_id, a.name, s.reason, NULL,
    s.quote, s.document_id
FROM sanctions AS s JOIN actors AS a ON a.actor_id = s.authority_id WHERE s.date_start IS NOT NULL
UNION ALL
SELECT d.published, d.published, 'day', 'publication', d.document_id, a.name, d.title, NULL, NULL, d.document_id
FROM documents AS d JOIN actors AS a ON a.actor_id = d.publisher_id WHERE d.published IS NOT NULL;
