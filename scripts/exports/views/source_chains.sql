-- Who says it, through whom
-- The chain of sources of each allegation in one row: from the publisher of the document to the innermost speaker.
-- key: allegation_id
--
-- allegation_id: attributions.allegation_id
-- levels: integer: Number of links in the chain; 1 when the claim is the publisher's own.
-- chain: string: Names of all links from the publisher inwards, separated by ` > `.
-- publisher_id: string: Id of the publisher in `actors`.
-- publisher: string: Name of the publisher of the document, who may be a party to what it reports.
-- via: string: Names of the links between publisher and speaker, separated by ` > `; empty when there is none.
-- speaker_id: string: Id of the innermost source in `actors`.
-- speaker: string: Name of the innermost source: the one whose claim it is said to be.
-- speaker_type: actors.actor_type
-- speaker_is_named: boolean: False for sources that the text does not name, such as `an official`.
CREATE VIEW source_chains AS
WITH RECURSIVE
    links AS (
        SELECT t.allegation_id, t.level, t.actor_id, a.name
        FROM attributions AS t JOIN actors AS a ON a.actor_id = t.actor_id
    ),
    walked AS (
        -- nullif: a null of the column's own type and collation.
        SELECT allegation_id, level, actor_id, name, name AS chain, nullif(name, name) AS via,
            actor_id AS publisher_id, name AS publisher
        FROM links WHERE level = 0
        UNION ALL
        SELECT n.allegation_id, n.level, n.actor_id, n.name, w.chain || ' > ' || n.name,
            CASE WHEN w.level = 0 THEN NULL ELSE coalesce(w.via || ' > ', '') || w.name END,
            w.publisher_id, w.publisher
        FROM walked AS w JOIN links AS n ON n.allegation_id = w.allegation_id AND n.level = w.level + 1
    ),
    deepest AS (SELECT allegation_id, max(level) AS level FROM attributions GROUP BY allegation_id)
SELECT w.allegation_id, w.level + 1 AS levels, w.chain, w.publisher_id, w.publisher, w.via,
    w.actor_id AS speaker_id, w.name AS speaker, a.actor_type AS speaker_type, a.is_named AS speaker_is_named
FROM walked AS w
JOIN deepest AS d ON d.allegation_id = w.allegation_id AND d.level = w.level
JOIN actors AS a ON a.actor_id = w.actor_id;
