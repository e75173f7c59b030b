-- Places with claims
-- Where conduct is claimed to have taken place, from where and to where. Coordinates are those of the place that the text
-- names, never of an event: `location_precision` says how much ground a point stands for.
-- key: location_id, role, category, stance
--
-- location_id: locations.location_id
-- name: locations.name
-- location_type: locations.location_type
-- country_code: locations.country_code
-- admin1_code: locations.admin1_code
-- latitude: locations.latitude
-- longitude: locations.longitude
-- location_precision: locations.location_precision
-- role: allegation_locations.role
-- category: allegations.category
-- stance: allegations.stance
-- allegations: integer: Number of allegations.
-- documents: integer: Number of documents that they stand in.
-- earliest: date: First day that any of them is dated to.
-- latest: date: Last day that any of them is dated to.
CREATE VIEW places_with_claims AS
SELECT l.location_id, l.name, l.location_type, l.country_code, l.admin1_code, l.latitude, l.longitude,
    l.location_precision, p.role, g.category, g.stance, count(*) AS allegations,
    count(DISTINCT g.document_id) AS documents, min(g.date_start) AS earliest, max(g.date_end) AS latest
FROM allegation_locations AS p
JOIN locations AS l ON l.location_id = p.location_id
JOIN allegations AS g ON g.allegation_id = p.allegation_id
GROUP BY l.location_id, l.name, l.location_type, l.country_code, l.admin1_code, l.latitude, l.longitude,
    l.location_precision, p.role, g.category, g.stance;
