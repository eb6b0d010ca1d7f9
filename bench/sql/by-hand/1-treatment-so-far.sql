-- What was done so far: operations, injections, reports, scores, visits, requests.

WITH

-- Decompressions; an operation of unknown kind may have been one. The last is a span of days, or not known.
operated AS (
  SELECT tenant_id, patient_id,
    bool_or(operation_kind IS NOT NULL) AS operated_sure,
    max(date_first) FILTER (WHERE operation_kind IS NOT NULL) AS operated_from,
    CASE WHEN bool_or(operation_kind IS NOT NULL) AND bool_and(date_last IS NOT NULL)
      THEN max(date_first) FILTER (WHERE operation_kind IS NOT NULL) END AS operated_first,
    CASE WHEN bool_or(operation_kind IS NOT NULL) AND bool_and(date_last IS NOT NULL)
      THEN max(date_last) END AS operated_last,
    bool_or(operation_side = 'left' OR operation_side IS NULL) AS operated_left_maybe,
    bool_or(operation_side = 'right' OR operation_side IS NULL) AS operated_right_maybe
  FROM operations
  WHERE operation_kind IN ('mvd', 're-exploration') OR operation_kind IS NULL
  GROUP BY tenant_id, patient_id
),

sessions_read AS :step (
  SELECT tenant_id, patient_id, date_first, date_last, session_relief, facial, to_the_face, other, hfs, day,
    -- The last session that was perhaps for the spasm and not surely poor.
    max(CASE WHEN hfs IS NOT FALSE AND (session_relief < 25) IS NOT TRUE THEN day END)
      OVER (PARTITION BY tenant_id, patient_id) AS last_not_poor
  FROM (
    SELECT tenant_id, patient_id, date_first, date_last, session_relief,
      session_indication IN ('hfs', 'cosmetic') AS to_the_face,
      session_indication IN ('hfs', 'cosmetic') AND session_touch_up = 'no' AS facial,
      session_indication = 'other' AS other,
      session_indication = 'hfs' AND session_touch_up = 'no' AS hfs,
      COALESCE(date_last, DATE '0001-01-01') AS day
    FROM sessions
  ) s
),

injected AS :step (
  SELECT tenant_id, patient_id,
    bool_or(facial IS NOT FALSE) AS facial_maybe,
    CASE WHEN bool_or(facial) AND bool_and(date_last IS NOT NULL) FILTER (WHERE facial IS NOT FALSE)
      THEN max(date_first) FILTER (WHERE facial) END AS facial_first,
    CASE WHEN bool_or(facial) AND bool_and(date_last IS NOT NULL) FILTER (WHERE facial IS NOT FALSE)
      THEN max(date_last) FILTER (WHERE facial IS NOT FALSE) END AS facial_last,
    bool_or(other IS NOT FALSE) AS other_maybe,
    CASE WHEN bool_or(other) AND bool_and(date_last IS NOT NULL) FILTER (WHERE other IS NOT FALSE)
      THEN max(date_last) FILTER (WHERE other IS NOT FALSE) END AS other_last,
    bool_or(hfs) AS hfs_sure,
    bool_or(hfs IS NOT FALSE) AS hfs_maybe,
    CASE WHEN bool_or(hfs) AND bool_and(date_last IS NOT NULL) FILTER (WHERE hfs IS NOT FALSE)
      THEN max(date_first) FILTER (WHERE hfs) END AS hfs_first,
    CASE WHEN bool_or(hfs) AND bool_and(date_last IS NOT NULL) FILTER (WHERE hfs IS NOT FALSE)
      THEN max(date_last) FILTER (WHERE hfs IS NOT FALSE) END AS hfs_last,
    count(*) FILTER (WHERE hfs) AS hfs_sessions,
    -- The last session for the spasm was such when no perhaps later one was not.
    max(day) FILTER (WHERE hfs) AS last_hfs_day,
    max(day) FILTER (WHERE hfs IS NOT FALSE AND session_relief IS NOT NULL) AS last_reported,
    max(day) FILTER (WHERE hfs IS NOT FALSE AND (session_relief >= 50) IS NOT TRUE) AS last_not_good,
    max(day) FILTER (WHERE hfs IS NOT FALSE AND (session_relief < 50) IS NOT TRUE) AS last_not_below_good,
    count(*) FILTER (WHERE hfs AND (last_not_poor IS NULL OR day > last_not_poor)) AS poor_in_a_row,
    bool_or(hfs AND session_relief >= 50) AS ever_good,
    bool_or(hfs AND session_relief >= 25) AS ever_better_than_poor
  FROM sessions_read
  GROUP BY tenant_id, patient_id
),

-- The session to the face before the last one, touch-ups included.
injected_before AS (
  SELECT tenant_id, patient_id,
    CASE WHEN bool_or(earlier) AND bool_and(date_last IS NOT NULL) FILTER (WHERE earlier IS NOT FALSE)
      THEN max(date_first) FILTER (WHERE earlier) END AS earlier_first,
    CASE WHEN bool_or(earlier) AND bool_and(date_last IS NOT NULL) FILTER (WHERE earlier IS NOT FALSE)
      THEN max(date_last) FILTER (WHERE earlier IS NOT FALSE) END AS earlier_last
  FROM (
    SELECT s.tenant_id, s.patient_id, s.date_first, s.date_last,
      s.to_the_face AND CASE
        WHEN i.facial_first > s.date_last THEN TRUE
        WHEN i.facial_last <= s.date_first THEN FALSE
      END AS earlier
    FROM sessions_read s JOIN injected i USING (tenant_id, patient_id)
    WHERE i.facial_first IS NOT NULL
  ) s
  GROUP BY tenant_id, patient_id
),

-- Reports of spasm that perhaps came after the operation.
reports_since AS :step (
  SELECT r.tenant_id, r.patient_id, r.date_first, r.date_last, r.spasm_status,
    COALESCE(r.date_last, DATE '0001-01-01') AS day,
    COALESCE(r.date_first >= o.operated_last, FALSE) AS since_sure,
    COALESCE(r.date_first >= o.operated_last + 365, FALSE) AS a_year_on
  FROM spasm_reports r JOIN operated o USING (tenant_id, patient_id)
  WHERE (r.date_last < o.operated_first) IS NOT TRUE
),

reported AS (
  SELECT tenant_id, patient_id,
    max(day) FILTER (WHERE since_sure) AS last_report,
    max(day) FILTER (WHERE (spasm_status <> 'none') IS NOT TRUE) AS last_not_spasm,
    max(day) FILTER (WHERE (spasm_status <> 'none') IS NOT TRUE OR NOT a_year_on) AS last_not_late_spasm,
    max(day) FILTER (WHERE (spasm_status = 'none') IS NOT TRUE) AS last_not_free,
    max(day) FILTER (WHERE (spasm_status IN ('unchanged', 'worse')) IS NOT TRUE) AS last_not_hardly_better,
    bool_or((spasm_status = 'none') IS NOT FALSE) AS ever_free_maybe,
    bool_or((spasm_status = 'none') IS NOT TRUE AND date_last IS NULL) AS undated_perhaps_spasm
  FROM reports_since
  GROUP BY tenant_id, patient_id
),

-- How long the last free time had lasted when the spasm came back, or (careful) perhaps came back: days numbered by the
-- returns up to them.
free_times AS (
  SELECT tenant_id, patient_id, careful, returns,
    min(day) FILTER (WHERE is_free) AS began,
    max(spasm_first) AS spasm_first
  FROM (
    SELECT tenant_id, patient_id, careful, day, is_free, spasm_first,
      count(spasm_first) OVER (PARTITION BY tenant_id, patient_id, careful ORDER BY day) AS returns
    FROM (
      SELECT tenant_id, patient_id, careful, day,
        bool_or(since_sure AND spasm_status = 'none') AS is_free,
        min(date_first) FILTER (WHERE spasm_status <> 'none' OR careful AND spasm_status IS NULL) AS spasm_first
      FROM reports_since CROSS JOIN (VALUES (FALSE), (TRUE)) counted (careful)
      WHERE since_sure OR careful
      GROUP BY tenant_id, patient_id, careful, day
    ) days
  ) numbered
  GROUP BY tenant_id, patient_id, careful, returns
),

last_free_times AS (
  SELECT DISTINCT ON (tenant_id, patient_id, careful) tenant_id, patient_id, careful, ended - began AS free_days
  FROM (
    SELECT tenant_id, patient_id, careful, returns, began,
      lead(spasm_first) OVER (PARTITION BY tenant_id, patient_id, careful ORDER BY returns) AS ended
    FROM free_times
  ) times
  WHERE began IS NOT NULL AND ended IS NOT NULL
  ORDER BY tenant_id, patient_id, careful, returns DESC
),

last_free_time AS (
  SELECT tenant_id, patient_id,
    max(free_days) FILTER (WHERE NOT careful) AS free_days,
    max(free_days) FILTER (WHERE careful) AS surely_free_days
  FROM last_free_times
  GROUP BY tenant_id, patient_id
),

scored AS (
  SELECT tenant_id, patient_id,
    max(day) FILTER (WHERE score_smc IN ('I', 'II', 'III', 'IV')) AS last_grade,
    max(day) FILTER (WHERE (score_smc IN ('I', 'II', 'III', 'IV')) IS NOT FALSE
      AND (score_smc IN ('III', 'IV')) IS NOT TRUE) AS last_not_severe,
    max(day) FILTER (WHERE score_hfs7 >= 0) AS last_hfs7,
    max(day) FILTER (WHERE (score_hfs7 >= 16) IS NOT TRUE) AS last_not_severe_hfs7,
    max(day) FILTER (WHERE score_disability >= 0) AS last_disability,
    max(day) FILTER (WHERE (score_disability >= 4) IS NOT TRUE) AS last_not_severe_disability
  FROM (SELECT *, COALESCE(date_last, DATE '0001-01-01') AS day FROM scores) s
  GROUP BY tenant_id, patient_id
),

visited AS (
  SELECT tenant_id, patient_id, TRUE AS visited, bool_or(visit_kind = 'pre-op') AS pre_op
  FROM visits
  GROUP BY tenant_id, patient_id
),

ordered AS (
  SELECT tenant_id, patient_id, TRUE AS ordered,
    max(COALESCE(date_last, DATE '9999-12-31')) FILTER (WHERE order_modality = 'mri' OR order_modality IS NULL) AS mri_asked_last
  FROM imaging_orders
  GROUP BY tenant_id, patient_id
),
