-- Who accuses whom
-- How often a speaker is reported to say what of whom. A number counts reports of a claim, not acts: the same claim made
-- in two places of a text counts twice. Denials have rows of their own, told apart by `stance`.
-- key: speaker_id, accused_id, category, stance
--
-- speaker_id: source_chains.speaker_id
-- speaker: source_chains.speaker
-- accused_id: string: Id of the one of whom the conduct is claimed.
-- accused: string: Name of the one of whom the conduct is claimed.
-- category: allegations.category
-- stance: allegations.stance
-- allegations: integer: Number of allegations.
-- documents: integer: Number of documents that they stand in.
-- earliest: date: First day that any of them is dated to.
-- latest: date: Last day that any of them is dated to.
CREATE VIEW who_accuses_whom AS
SELECT c.speaker_id, c.speaker, a.actor_id AS accused_id, a.name AS accused, g.category, g.stance,
    count(*) AS allegations, count(DISTINCT g.document_id) AS documents,
    min(g.date_start) AS earliest, max(g.date_end) AS latest
FROM allegations AS g
JOIN source_chains AS c ON c.allegation_id = g.allegation_id
JOIN allegation_actors AS p ON p.allegation_id = g.allegation_id AND p.role = 'accused'
JOIN actors AS a ON a.actor_id = p.actor_id
GROUP BY c.speaker_id, c.speaker, a.actor_id, a.name, g.category, g.stance;
