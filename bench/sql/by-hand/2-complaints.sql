-- Complaints: which are emergencies, and which say the same as a red flag.

complaints AS :step (
  SELECT tenant_id, patient_id, date_first, date_last, unsettled,
    (symptom_kind IN ('limb-weakness', 'speech', 'swallowing', 'breathing', 'choking', 'drowsiness', 'worst-headache')
      OR perhaps_of_the_operation
      AND symptom_kind IN ('limb-weakness', 'speech', 'swallowing', 'breathing', 'choking', 'drowsiness', 'worst-headache',
        'clear-fluid', 'fever', 'neck-stiffness', 'vomiting', 'vision-drop', 'calf-swelling'))
      AND unsettled AS emergency,
    symptom_kind IN ('limb-weakness', 'speech', 'drowsiness') AS limb,
    symptom_kind = 'worst-headache' AS headache,
    symptom_kind = 'hearing-change' AND NOT surely_of_the_operation AS hearing,
    symptom_kind = 'facial-weakness' AND NOT while_it_is_operative AND NOT within_weeks_of_toxin AS weakness
  FROM (
    SELECT s.tenant_id, s.patient_id, s.date_first, s.date_last, s.symptom_kind,
      s.symptom_settled IS DISTINCT FROM 'yes' AS unsettled,
      CASE WHEN o.operated_sure THEN TRUE WHEN o.patient_id IS NULL THEN FALSE END
        AND (s.date_last < o.operated_first OR s.date_first - o.operated_last >= 365) IS NOT TRUE AS perhaps_of_the_operation,
      COALESCE(s.date_first >= o.operated_last AND s.date_last - o.operated_first < 365, FALSE) AS surely_of_the_operation,
      COALESCE(s.date_first >= o.operated_last AND s.date_last - o.operated_first <= 44, FALSE) AS while_it_is_operative,
      COALESCE(s.date_first >= i.facial_last AND s.date_last - i.facial_first <= 112
        OR s.date_first >= b.earlier_last AND s.date_last - b.earlier_first <= 112, FALSE) AS within_weeks_of_toxin
    FROM symptoms s
    LEFT JOIN operated o USING (tenant_id, patient_id)
    LEFT JOIN injected i USING (tenant_id, patient_id)
    LEFT JOIN injected_before b USING (tenant_id, patient_id)
  ) s
),

complained AS (
  SELECT tenant_id, patient_id,
    bool_or(emergency) AS emergency_sure,
    bool_or(emergency IS NOT FALSE) AS emergency_maybe,
    bool_or(limb) AS limb_was,
    bool_or(limb AND unsettled) AS limb_sure,
    bool_or(limb IS NOT FALSE AND unsettled) AS limb_maybe,
    CASE WHEN bool_or(limb AND unsettled) AND bool_and(date_last IS NOT NULL) FILTER (WHERE limb IS NOT FALSE AND unsettled)
      THEN max(date_last) FILTER (WHERE limb IS NOT FALSE AND unsettled) END AS limb_last,
    bool_or(headache) AS headache_was,
    bool_or(headache AND unsettled) AS headache_sure,
    bool_or(headache IS NOT FALSE AND unsettled) AS headache_maybe,
    CASE WHEN bool_or(headache AND unsettled) AND bool_and(date_last IS NOT NULL) FILTER (WHERE headache IS NOT FALSE AND unsettled)
      THEN max(date_last) FILTER (WHERE headache IS NOT FALSE AND unsettled) END AS headache_last,
    bool_or(hearing) AS hearing_was,
    bool_or(hearing AND unsettled) AS hearing_sure,
    bool_or(hearing IS NOT FALSE AND unsettled) AS hearing_maybe,
    CASE WHEN bool_or(hearing AND unsettled) AND bool_and(date_last IS NOT NULL) FILTER (WHERE hearing IS NOT FALSE AND unsettled)
      THEN max(date_first) FILTER (WHERE hearing AND unsettled) END AS hearing_first,
    CASE WHEN bool_or(hearing AND unsettled) AND bool_and(date_last IS NOT NULL) FILTER (WHERE hearing IS NOT FALSE AND unsettled)
      THEN max(date_last) FILTER (WHERE hearing IS NOT FALSE AND unsettled) END AS hearing_last,
    bool_or(weakness) AS weakness_was,
    bool_or(weakness AND unsettled) AS weakness_sure,
    bool_or(weakness IS NOT FALSE AND unsettled) AS weakness_maybe,
    CASE WHEN bool_or(weakness AND unsettled) AND bool_and(date_last IS NOT NULL) FILTER (WHERE weakness IS NOT FALSE AND unsettled)
      THEN max(date_first) FILTER (WHERE weakness AND unsettled) END AS weakness_first,
    CASE WHEN bool_or(weakness AND unsettled) AND bool_and(date_last IS NOT NULL) FILTER (WHERE weakness IS NOT FALSE AND unsettled)
      THEN max(date_last) FILTER (WHERE weakness IS NOT FALSE AND unsettled) END AS weakness_last
  FROM complaints
  GROUP BY tenant_id, patient_id
),
