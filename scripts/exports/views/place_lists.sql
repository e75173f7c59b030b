-- Places of each allegation, as text
-- The places that an allegation names, joined for reading; ids stand in `allegation_locations`.
-- key: allegation_id
--
-- allegation_id: allegation_locations.allegation_id
-- places: string: Names with their roles, such as `Aden (at); Djibouti (from)`, in order of their ids.
CREATE VIEW place_lists AS
WITH RECURSIVE
    numbered AS (
        SELECT p.allegation_id, l.name || ' (' || CAST(p.role AS TEXT) || ')' AS words,
            row_number() OVER (PARTITION BY p.allegation_id ORDER BY p.location_id, CAST(p.role AS TEXT)) AS place
        FROM allegation_locations AS p JOIN locations AS l ON l.location_id = p.location_id
    ),
    joined AS (
        SELECT allegation_id, place, words AS places FROM numbered WHERE place = 1
        UNION ALL
        SELECT n.allegation_id, n.place, j.places || '; ' || n.words
        FROM joined AS j JOIN numbered AS n ON n.allegation_id = j.allegation_id AND n.place = j.place + 1
    ),
    longest AS (SELECT allegation_id, max(place) AS place FROM numbered GROUP BY allegation_id)
SELECT j.allegation_id, j.places
FROM joined AS j JOIN longest AS l ON l.allegation_id = j.allegation_id AND l.place = j.place;
