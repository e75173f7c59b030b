SELECT d.language, c.label, a.actor_type, count(*) AS claims, min(g.date_start) AS earliest
FROM allegations AS g
JOIN documents AS d ON d.document_id = g.document_id
JOIN categories AS c ON c.category = g.category
JOIN allegation_actors AS p ON p.allegation_id = g.allegation_id
JOIN actors AS a ON a.actor_id = p.actor_id
WHERE p.role = 'accused'
GROUP BY d.language, c.label, a.actor_type
