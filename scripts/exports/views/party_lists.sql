-- Parties of each allegation, as text
-- The names of the actors that have one role in an allegation, joined for reading; ids stand in `allegation_actors`.
-- key: allegation_id, role
--
-- allegation_id: allegation_actors.allegation_id
-- role: allegation_actors.role
-- names: string: Names in order of their ids, separated by `; `.
CREATE VIEW party_lists AS
-- Aggregates of text are spelt differently in each database; recursion is not.
WITH RECURSIVE
    numbered AS (
        SELECT p.allegation_id, p.role, a.name,
            row_number() OVER (PARTITION BY p.allegation_id, p.role ORDER BY p.actor_id) AS place
        FROM allegation_actors AS p JOIN actors AS a ON a.actor_id = p.actor_id
    ),
    joined AS (
        SELECT allegation_id, role, place, name AS names FROM numbered WHERE place = 1
        UNION ALL
        SELECT n.allegation_id, n.role, n.place, j.names || '; ' || n.name
        FROM joined AS j JOIN numbered AS n
            ON n.allegation_id = j.allegation_id AND n.role = j.role AND n.place = j.place + 1
    ),
    longest AS (SELECT allegation_id, role, max(place) AS place FROM numbered GROUP BY allegation_id, role)
SELECT j.allegation_id, j.role, j.names
FROM joined AS j JOIN longest AS l
    ON l.allegation_id = j.allegation_id AND l.role = j.role AND l.place = j.place;
