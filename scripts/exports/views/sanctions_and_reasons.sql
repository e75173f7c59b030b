-- Sanctions and their reasons
-- One row per target of a measure (one with an empty target where the text names none), with the reason in the words of
-- the article. The reason is the authority's, as reported: `reason_claims` counts the allegations read from it.
-- key: sanction_id, ordinal
--
-- sanction_id: sanctions.sanction_id
-- ordinal: integer: Number of the target within the measure, 0 where no target is given.
-- authority_id: sanctions.authority_id
-- authority: string: Name of the authority that announced the measure.
-- program: sanctions.program
-- date: sanctions.date
-- date_start: sanctions.date_start
-- date_end: sanctions.date_end
-- target_id: string: Id of the target in `actors`; empty where the text does not name it.
-- target: string: Name of the target: the actor's, else as written, else its description.
-- target_country: sanction_targets.country_code
-- targets: sanction_targets.target_count
-- targets_in_all: sanctions.target_count
-- reason: sanctions.reason
-- reason_claims: integer: Number of allegations that stand inside the quoted words of the measure.
-- quote: sanctions.quote
-- publisher: string: Name of the publisher of the document, who may be a party to what it reports.
-- document_id: sanctions.document_id
-- published: documents.published
-- review_status: sanctions.review_status
CREATE VIEW sanctions_and_reasons AS
SELECT s.sanction_id, coalesce(t.ordinal, 0) AS ordinal, s.authority_id, authority.name AS authority, s.program,
    s.date, s.date_start, s.date_end, t.actor_id AS target_id,
    coalesce(target.name, t.name, t.description) AS target, t.country_code AS target_country,
    t.target_count AS targets, s.target_count AS targets_in_all, s.reason,
    (SELECT count(*) FROM allegations AS g WHERE g.document_id = s.document_id
        AND g."start" >= s."start" AND g."end" <= s."end") AS reason_claims,
    s.quote, publisher.name AS publisher, s.document_id, d.published, s.review_status
FROM sanctions AS s
JOIN documents AS d ON d.document_id = s.document_id
JOIN actors AS publisher ON publisher.actor_id = d.publisher_id
JOIN actors AS authority ON authority.actor_id = s.authority_id
LEFT JOIN sanction_targets AS t ON t.sanction_id = s.sanction_id
LEFT JOIN actors AS target ON target.actor_id = t.actor_id;
