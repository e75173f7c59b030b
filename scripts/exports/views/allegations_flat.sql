-- Allegations, flat
-- One row per allegation with everything needed to read it: who says it, through whom, of whom, to whom, what, when,
-- where, with which stance, in which words. A row is what a source claims, never what happened.
-- key: allegation_id
--
-- allegation_id: allegations.allegation_id
-- publisher: source_chains.publisher
-- via: source_chains.via
-- speaker: source_chains.speaker
-- speaker_type: source_chains.speaker_type
-- speaker_is_named: source_chains.speaker_is_named
-- levels: source_chains.levels
-- stance: allegations.stance
-- stage: allegations.stage
-- category: allegations.category
-- category_label: categories.label
-- accused: string: Names of those of whom the conduct is claimed, separated by `; `.
-- target: string: Names of those at whom it is said to be aimed, separated by `; `.
-- beneficiary: string: Names of those whom it is said to serve, separated by `; `.
-- participant: string: Names of the parties of a reported contact, separated by `; `.
-- places: place_lists.places
-- date: allegations.date
-- date_start: allegations.date_start
-- date_end: allegations.date_end
-- date_precision: allegations.date_precision
-- date_text: allegations.date_text
-- date_basis: allegations.date_basis
-- quantity_text: allegations.quantity_text
-- quote: allegations.quote
-- mode: allegations.mode
-- document_id: allegations.document_id
-- title: documents.title
-- published: documents.published
-- url: documents.url
-- source_file: documents.source_file
-- start: allegations.start
-- end: allegations.end
-- rule: allegations.rule
-- review_status: allegations.review_status
-- replies: integer: Number of published replies to the claim; `corrections` holds their words.
CREATE VIEW allegations_flat AS
SELECT g.allegation_id, c.publisher, c.via, c.speaker, c.speaker_type, c.speaker_is_named, c.levels,
    g.stance, g.stage, g.category, k.label AS category_label,
    accused.names AS accused, target.names AS target, beneficiary.names AS beneficiary,
    participant.names AS participant, p.places,
    g.date, g.date_start, g.date_end, g.date_precision, g.date_text, g.date_basis, g.quantity_text,
    g.quote, g.mode, g.document_id, d.title, d.published, d.url, d.source_file, g."start", g."end",
    g.rule, g.review_status,
    (SELECT count(*) FROM corrections AS r WHERE r.row_id = g.allegation_id AND r.kind = 'reply'
        AND r.outcome = 'published') AS replies
FROM allegations AS g
JOIN documents AS d ON d.document_id = g.document_id
JOIN categories AS k ON k.category = g.category
LEFT JOIN source_chains AS c ON c.allegation_id = g.allegation_id
LEFT JOIN place_lists AS p ON p.allegation_id = g.allegation_id
LEFT JOIN party_lists AS accused ON accused.allegation_id = g.allegation_id AND accused.role = 'accused'
LEFT JOIN party_lists AS target ON target.allegation_id = g.allegation_id AND target.role = 'target'
LEFT JOIN party_lists AS beneficiary
    ON beneficiary.allegation_id = g.allegation_id AND beneficiary.role = 'beneficiary'
LEFT JOIN party_lists AS participant
    ON participant.allegation_id = g.allegation_id AND participant.role = 'participant';
