-- Red flags: open while raised, by their own question or by what says the same, until a named clinician answers for them or,
-- where a scan may answer, a clearing scan no older than what raised them.

flags AS :step (
  SELECT p.tenant_id, p.patient_id,
    rf_sudden_palsy = 'yes' AS open_sudden_palsy,
    rf_raised_icp = 'yes' AS open_raised_icp,
    rf_sudden_hearing_loss = 'yes' AS open_sudden_hearing_loss,
    rf_zoster = 'yes' AS open_zoster,
    rf_parotid_mass = 'yes' AS open_parotid_mass,
    rf_facial_numb = 'yes' AND CASE WHEN clearing_from >= rf_facial_numb_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_facial_numb_recorded_first THEN TRUE END AS open_facial_numb,
    rf_ms_history = 'yes' AND CASE WHEN clearing_from >= rf_ms_history_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_ms_history_recorded_first THEN TRUE END AS open_ms_history,
    rf_cancer = 'yes' AND CASE WHEN clearing_from >= rf_cancer_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_cancer_recorded_first THEN TRUE END AS open_cancer,
    rf_chiari = 'yes' AND CASE WHEN clearing_from >= rf_chiari_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_chiari_recorded_first THEN TRUE END AS open_chiari,
    rf_trauma = 'yes' AND CASE WHEN clearing_from >= rf_trauma_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_trauma_recorded_first THEN TRUE END AS open_trauma,
    rf_lower_face_onset = 'yes' AND CASE WHEN clearing_from >= rf_lower_face_onset_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_lower_face_onset_recorded_first THEN TRUE END AS open_lower_face_onset,
    rf_painful_tonic = 'yes' AND CASE WHEN clearing_from >= rf_painful_tonic_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_painful_tonic_recorded_first THEN TRUE END AS open_painful_tonic,
    rf_rapid_onset = 'yes' AND CASE WHEN clearing_from >= rf_rapid_onset_recorded_last THEN FALSE
      WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_rapid_onset_recorded_first THEN TRUE END AS open_rapid_onset,
    rf_limb_or_speech = 'yes'
      OR CASE WHEN limb_sure THEN TRUE WHEN limb_maybe THEN NULL ELSE FALSE END AND (rf_limb_or_speech = 'yes-resolved' AND rf_limb_or_speech_recorded_first >= limb_last) IS NOT TRUE AS open_limb_or_speech,
    rf_thunderclap = 'yes'
      OR CASE WHEN headache_sure THEN TRUE WHEN headache_maybe THEN NULL ELSE FALSE END
        AND (rf_thunderclap = 'yes-resolved' AND rf_thunderclap_recorded_first >= headache_last) IS NOT TRUE AS open_thunderclap,
    rf_epc = 'yes'
      OR ph_nonstop = 'yes' AND (rf_epc = 'yes-resolved' AND rf_epc_recorded_first >= ph_nonstop_recorded_last) IS NOT TRUE
      OR ph_awareness_lost = 'yes' AND (rf_epc = 'yes-resolved' AND rf_epc_recorded_first >= ph_awareness_lost_recorded_last) IS NOT TRUE AS open_epc,
    rf_multi_cn = 'yes'
      OR exam_cranial_nerves = 'yes' AND (rf_multi_cn = 'yes-resolved' AND rf_multi_cn_recorded_first >= exam_cranial_nerves_recorded_last) IS NOT TRUE AS open_multi_cn,
    rf_ear_discharge = 'yes'
      OR exam_ear_and_parotid = 'yes' AND (rf_ear_discharge = 'yes-resolved' AND rf_ear_discharge_recorded_first >= exam_ear_and_parotid_recorded_last) IS NOT TRUE AS open_ear_discharge,
    rf_cerebellar = 'yes' AND CASE WHEN clearing_from >= rf_cerebellar_recorded_last THEN FALSE
        WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_cerebellar_recorded_first THEN TRUE END
      OR exam_limbs_and_gait = 'yes' AND (rf_cerebellar = 'yes-resolved' AND rf_cerebellar_recorded_first >= exam_limbs_and_gait_recorded_last) IS NOT TRUE AS open_cerebellar,
    rf_hearing_loss = 'yes' AND CASE WHEN clearing_from >= rf_hearing_loss_recorded_last AND audiogram_first >= rf_hearing_loss_recorded_last THEN FALSE
        WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_hearing_loss_recorded_first OR audiogram_last < rf_hearing_loss_recorded_first THEN TRUE END
      OR CASE WHEN hearing_sure THEN TRUE WHEN hearing_maybe THEN NULL ELSE FALSE END AND (rf_hearing_loss = 'yes-resolved' AND rf_hearing_loss_recorded_first >= hearing_last) IS NOT TRUE
        AND CASE WHEN clearing_from >= hearing_last AND audiogram_first >= hearing_last THEN FALSE
          WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < hearing_first OR audiogram_last < hearing_first THEN TRUE END AS open_hearing_loss,
    rf_progressive_weakness = 'yes' AND CASE WHEN clearing_from >= rf_progressive_weakness_recorded_last THEN FALSE
        WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_progressive_weakness_recorded_first THEN TRUE END
      OR CASE WHEN weakness_sure THEN TRUE WHEN weakness_maybe THEN NULL ELSE FALSE END AND (rf_progressive_weakness = 'yes-resolved' AND rf_progressive_weakness_recorded_first >= weakness_last) IS NOT TRUE
        AND CASE WHEN clearing_from >= weakness_last THEN FALSE
          WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < weakness_first THEN TRUE END AS open_progressive_weakness,
    rf_myokymia = 'yes' AND CASE WHEN clearing_from >= rf_myokymia_recorded_last THEN FALSE
        WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_myokymia_recorded_first THEN TRUE END
      OR ph_continuous_ripple = 'yes' AND (rf_myokymia = 'yes-resolved' AND rf_myokymia_recorded_first >= ph_continuous_ripple_recorded_last) IS NOT TRUE
        AND CASE WHEN clearing_from >= ph_continuous_ripple_recorded_last THEN FALSE
          WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < ph_continuous_ripple_recorded_first THEN TRUE END AS open_myokymia,
    rf_bilateral = 'yes' AND CASE WHEN clearing_from >= rf_bilateral_recorded_last THEN FALSE
        WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < rf_bilateral_recorded_first THEN TRUE END
      OR hfs_side = 'both' AND (rf_bilateral = 'yes-resolved' AND rf_bilateral_recorded_first >= hfs_side_recorded_last) IS NOT TRUE
        AND CASE WHEN clearing_from >= hfs_side_recorded_last THEN FALSE
          WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < hfs_side_recorded_first THEN TRUE END
      OR ph_bilateral_async = 'yes' AND (rf_bilateral = 'yes-resolved' AND rf_bilateral_recorded_first >= ph_bilateral_async_recorded_last) IS NOT TRUE
        AND CASE WHEN clearing_from >= ph_bilateral_async_recorded_last THEN FALSE
          WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < ph_bilateral_async_recorded_first THEN TRUE END
      OR dx_phenotype = 'bilateral' AND (rf_bilateral = 'yes-resolved') IS NOT TRUE
        AND CASE WHEN clearing_from >= hfs_onset_last THEN FALSE
          WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < hfs_onset_first THEN TRUE END AS open_bilateral,
    rf_onset_under2 = 'yes' OR onset_infant AND (rf_onset_under2 = 'yes-resolved') IS NOT TRUE AS open_onset_under2,
    rf_age_under18 = 'yes' OR onset_child AND (rf_age_under18 = 'yes-resolved') IS NOT TRUE AS open_age_under18,
    (rf_age_under30 = 'yes' OR onset_young AND (rf_age_under30 = 'yes-resolved') IS NOT TRUE)
      AND CASE WHEN clearing_from >= hfs_onset_last THEN FALSE
        WHEN clearing_perhaps_to IS NULL OR clearing_perhaps_to < hfs_onset_first THEN TRUE END AS open_age_under30,
    -- The last day on which one of the plain flags that are still up was raised.
    GREATEST(
      CASE WHEN rf_sudden_palsy = 'yes' THEN COALESCE(rf_sudden_palsy_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_raised_icp = 'yes' THEN COALESCE(rf_raised_icp_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_sudden_hearing_loss = 'yes' THEN COALESCE(rf_sudden_hearing_loss_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_zoster = 'yes' THEN COALESCE(rf_zoster_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_parotid_mass = 'yes' THEN COALESCE(rf_parotid_mass_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_facial_numb = 'yes' THEN COALESCE(rf_facial_numb_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_ms_history = 'yes' THEN COALESCE(rf_ms_history_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_cancer = 'yes' THEN COALESCE(rf_cancer_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_chiari = 'yes' THEN COALESCE(rf_chiari_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_trauma = 'yes' THEN COALESCE(rf_trauma_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_lower_face_onset = 'yes' THEN COALESCE(rf_lower_face_onset_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_painful_tonic = 'yes' THEN COALESCE(rf_painful_tonic_recorded_last, DATE '9999-12-31') END,
      CASE WHEN rf_rapid_onset = 'yes' THEN COALESCE(rf_rapid_onset_recorded_last, DATE '9999-12-31') END
    ) AS plain_raised_last,
    rf_limb_or_speech IN ('yes', 'yes-resolved') OR limb_was AS raised_limb_or_speech,
    GREATEST(CASE WHEN rf_limb_or_speech = 'yes' THEN COALESCE(rf_limb_or_speech_recorded_last, DATE '9999-12-31') END,
      CASE WHEN limb_sure THEN COALESCE(limb_last, DATE '9999-12-31') END) AS raised_limb_or_speech_last,
    rf_thunderclap IN ('yes', 'yes-resolved') OR headache_was AS raised_thunderclap,
    GREATEST(CASE WHEN rf_thunderclap = 'yes' THEN COALESCE(rf_thunderclap_recorded_last, DATE '9999-12-31') END,
      CASE WHEN headache_sure THEN COALESCE(headache_last, DATE '9999-12-31') END) AS raised_thunderclap_last,
    rf_epc IN ('yes', 'yes-resolved') OR ph_nonstop = 'yes' OR ph_awareness_lost = 'yes' AS raised_epc,
    GREATEST(CASE WHEN rf_epc = 'yes' THEN COALESCE(rf_epc_recorded_last, DATE '9999-12-31') END,
      CASE WHEN ph_nonstop = 'yes' THEN COALESCE(ph_nonstop_recorded_last, DATE '9999-12-31') END,
      CASE WHEN ph_awareness_lost = 'yes' THEN COALESCE(ph_awareness_lost_recorded_last, DATE '9999-12-31') END) AS raised_epc_last,
    rf_multi_cn IN ('yes', 'yes-resolved') OR exam_cranial_nerves = 'yes' AS raised_multi_cn,
    GREATEST(CASE WHEN rf_multi_cn = 'yes' THEN COALESCE(rf_multi_cn_recorded_last, DATE '9999-12-31') END,
      CASE WHEN exam_cranial_nerves = 'yes' THEN COALESCE(exam_cranial_nerves_recorded_last, DATE '9999-12-31') END) AS raised_multi_cn_last,
    rf_ear_discharge IN ('yes', 'yes-resolved') OR exam_ear_and_parotid = 'yes' AS raised_ear_discharge,
    GREATEST(CASE WHEN rf_ear_discharge = 'yes' THEN COALESCE(rf_ear_discharge_recorded_last, DATE '9999-12-31') END,
      CASE WHEN exam_ear_and_parotid = 'yes' THEN COALESCE(exam_ear_and_parotid_recorded_last, DATE '9999-12-31') END) AS raised_ear_discharge_last,
    rf_cerebellar IN ('yes', 'yes-resolved') OR exam_limbs_and_gait = 'yes' AS raised_cerebellar,
    GREATEST(CASE WHEN rf_cerebellar = 'yes' THEN COALESCE(rf_cerebellar_recorded_last, DATE '9999-12-31') END,
      CASE WHEN exam_limbs_and_gait = 'yes' THEN COALESCE(exam_limbs_and_gait_recorded_last, DATE '9999-12-31') END) AS raised_cerebellar_last,
    rf_hearing_loss IN ('yes', 'yes-resolved') OR hearing_was AS raised_hearing_loss,
    GREATEST(CASE WHEN rf_hearing_loss = 'yes' THEN COALESCE(rf_hearing_loss_recorded_last, DATE '9999-12-31') END,
      CASE WHEN hearing_sure THEN COALESCE(hearing_last, DATE '9999-12-31') END) AS raised_hearing_loss_last,
    rf_progressive_weakness IN ('yes', 'yes-resolved') OR weakness_was AS raised_progressive_weakness,
    GREATEST(CASE WHEN rf_progressive_weakness = 'yes' THEN COALESCE(rf_progressive_weakness_recorded_last, DATE '9999-12-31') END,
      CASE WHEN weakness_sure THEN COALESCE(weakness_last, DATE '9999-12-31') END) AS raised_progressive_weakness_last,
    rf_myokymia IN ('yes', 'yes-resolved') OR ph_continuous_ripple = 'yes' AS raised_myokymia,
    GREATEST(CASE WHEN rf_myokymia = 'yes' THEN COALESCE(rf_myokymia_recorded_last, DATE '9999-12-31') END,
      CASE WHEN ph_continuous_ripple = 'yes' THEN COALESCE(ph_continuous_ripple_recorded_last, DATE '9999-12-31') END) AS raised_myokymia_last,
    rf_bilateral IN ('yes', 'yes-resolved') OR hfs_side = 'both' OR ph_bilateral_async = 'yes' OR dx_phenotype = 'bilateral' AS raised_bilateral,
    GREATEST(CASE WHEN rf_bilateral = 'yes' THEN COALESCE(rf_bilateral_recorded_last, DATE '9999-12-31') END,
      CASE WHEN hfs_side = 'both' THEN COALESCE(hfs_side_recorded_last, DATE '9999-12-31') END,
      CASE WHEN ph_bilateral_async = 'yes' THEN COALESCE(ph_bilateral_async_recorded_last, DATE '9999-12-31') END) AS raised_bilateral_last,
    rf_onset_under2 IN ('yes', 'yes-resolved') OR onset_infant AS raised_onset_under2,
    rf_age_under18 IN ('yes', 'yes-resolved') OR onset_child AS raised_age_under18,
    rf_age_under30 IN ('yes', 'yes-resolved') OR onset_young AS raised_age_under30,
    COALESCE(hfs_onset_last, DATE '9999-12-31') AS onset_last,
    palsy_under24_hours = 'no' AND palsy_forehead_spared = 'no' AND palsy_vision_sign = 'no'
      AND rf_limb_or_speech IN ('no', 'yes-resolved')
      AND (rf_sudden_palsy <> 'yes' OR LEAST(
        COALESCE(palsy_under24_hours_recorded_first, DATE '0001-01-01'),
        COALESCE(palsy_forehead_spared_recorded_first, DATE '0001-01-01'),
        COALESCE(palsy_vision_sign_recorded_first, DATE '0001-01-01'),
        COALESCE(rf_limb_or_speech_recorded_first, DATE '0001-01-01')
      ) >= rf_sudden_palsy_recorded_last) AS palsy_may_wait
  FROM (
    SELECT p.*,
      CASE WHEN hfs_onset_last - INTERVAL '2 years' < person_birth_date_first THEN TRUE
        WHEN hfs_onset_first - INTERVAL '2 years' >= person_birth_date_last THEN FALSE
        WHEN rf_onset_under2 = 'no' AND hfs_onset_last IS NOT NULL AND person_birth_date_last IS NOT NULL THEN FALSE
      END AS onset_infant,
      CASE WHEN hfs_onset_last - INTERVAL '18 years' < person_birth_date_first THEN TRUE
        WHEN hfs_onset_first - INTERVAL '18 years' >= person_birth_date_last THEN FALSE
        WHEN rf_age_under18 = 'no' AND hfs_onset_last IS NOT NULL AND person_birth_date_last IS NOT NULL THEN FALSE
      END AS onset_child,
      CASE WHEN hfs_onset_last - INTERVAL '30 years' < person_birth_date_first THEN TRUE
        WHEN hfs_onset_first - INTERVAL '30 years' >= person_birth_date_last THEN FALSE
        WHEN rf_age_under30 = 'no' AND hfs_onset_last IS NOT NULL AND person_birth_date_last IS NOT NULL THEN FALSE
      END AS onset_young
    FROM person p
    WHERE p.as_of = :as_of
  ) p
  LEFT JOIN complained USING (tenant_id, patient_id)
  LEFT JOIN scanned USING (tenant_id, patient_id)
),

red_flags AS :step (
  SELECT tenant_id, patient_id,
    open_limb_or_speech OR open_sudden_palsy OR open_thunderclap OR open_raised_icp
      OR open_epc OR open_sudden_hearing_loss OR open_zoster OR open_onset_under2
      OR open_multi_cn OR open_cerebellar OR open_hearing_loss OR open_facial_numb
      OR open_progressive_weakness OR open_ms_history OR open_myokymia OR open_parotid_mass
      OR open_ear_discharge OR open_cancer OR open_chiari OR open_age_under18
      OR open_age_under30 OR open_trauma OR open_bilateral OR open_lower_face_onset
      OR open_painful_tonic OR open_rapid_onset AS open_red_flag,
    open_limb_or_speech OR open_sudden_palsy AND palsy_may_wait IS NOT TRUE OR open_thunderclap OR open_raised_icp OR open_epc
      AS emergency_flag,
    -- No flag waits for a scan where one was made on this day or later.
    GREATEST(plain_raised_last,
      CASE WHEN raised_limb_or_speech AND open_limb_or_speech IS NOT FALSE THEN COALESCE(raised_limb_or_speech_last, onset_last) END,
      CASE WHEN raised_thunderclap AND open_thunderclap IS NOT FALSE THEN COALESCE(raised_thunderclap_last, onset_last) END,
      CASE WHEN raised_epc AND open_epc IS NOT FALSE THEN COALESCE(raised_epc_last, onset_last) END,
      CASE WHEN raised_multi_cn AND open_multi_cn IS NOT FALSE THEN COALESCE(raised_multi_cn_last, onset_last) END,
      CASE WHEN raised_ear_discharge AND open_ear_discharge IS NOT FALSE THEN COALESCE(raised_ear_discharge_last, onset_last) END,
      CASE WHEN raised_cerebellar AND open_cerebellar IS NOT FALSE THEN COALESCE(raised_cerebellar_last, onset_last) END,
      CASE WHEN raised_hearing_loss AND open_hearing_loss IS NOT FALSE THEN COALESCE(raised_hearing_loss_last, onset_last) END,
      CASE WHEN raised_progressive_weakness AND open_progressive_weakness IS NOT FALSE THEN COALESCE(raised_progressive_weakness_last, onset_last) END,
      CASE WHEN raised_myokymia AND open_myokymia IS NOT FALSE THEN COALESCE(raised_myokymia_last, onset_last) END,
      CASE WHEN raised_bilateral AND open_bilateral IS NOT FALSE THEN COALESCE(raised_bilateral_last, onset_last) END,
      CASE WHEN raised_onset_under2 AND open_onset_under2 IS NOT FALSE THEN onset_last END,
      CASE WHEN raised_age_under18 AND open_age_under18 IS NOT FALSE THEN onset_last END,
      CASE WHEN raised_age_under30 AND open_age_under30 IS NOT FALSE THEN onset_last END
    ) AS scan_wanted_from
  FROM flags
),
