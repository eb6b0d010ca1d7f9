import type { Dialect } from './dialect.ts'

const keys = 'tenant_id, patient_id'

export type RunNames = Readonly<{ days: string; parts: string; runs: string; lo: string; hi: string; isBroken: string }>

/**
 * The steps that find the last run that was broken, one row a person. Days on which a run ends cut a person's days into
 * parts: a run begins on the first day of a part that has one, and the day that begins the next part ends it. A run
 * that ends on a day may begin anew on it.
 * @param rows what selects, for each entry: `run_day` (its last possible day), `run_first` (its first, NULL if none),
 * `is_during` and `is_ending`
 */
export function runSteps(rows: string, { days, parts, runs, lo, hi, isBroken }: RunNames, dialect: Dialect) {
  const { anyTrue } = dialect
  const over = `OVER (PARTITION BY ${keys}`
  return [
    {
      name: days,
      select: [
        `SELECT ${keys}, run_day,`,
        `    ${anyTrue}(is_during) AS has_during, ${anyTrue}(is_ending) AS has_ending,`,
        '    MIN(CASE WHEN is_during THEN run_first END) AS during_first,',
        '    MIN(CASE WHEN is_ending THEN run_first END) AS ending_first',
        `  FROM (${rows}) AS one_day`,
        `  GROUP BY ${keys}, run_day`,
      ].join('\n'),
    },
    {
      name: parts,
      select: [
        `SELECT ${keys}, part,`,
        '    MIN(CASE WHEN has_during THEN run_day END) AS begun_day,',
        '    MIN(CASE WHEN has_during AND run_day = first_during THEN during_first END) AS begun_first,',
        '    MIN(CASE WHEN has_ending THEN run_day END) AS ended_day,',
        '    MIN(CASE WHEN has_ending THEN ending_first END) AS ended_first',
        '  FROM (',
        `    SELECT *, MIN(CASE WHEN has_during THEN run_day END) ${over}, part) AS first_during`,
        `    FROM (SELECT *, SUM(CASE WHEN has_ending THEN 1 ELSE 0 END) ${over} ORDER BY run_day) AS part FROM ${days}) AS parted`,
        '  ) AS begun',
        `  GROUP BY ${keys}, part`,
      ].join('\n'),
    },
    {
      name: runs,
      select: [
        `SELECT ${keys}, TRUE AS ${isBroken},`,
        `    CASE WHEN begun_first IS NOT NULL THEN next_first - begun_day END AS ${lo},`,
        `    CASE WHEN next_first IS NOT NULL THEN next_day - begun_first END AS ${hi}`,
        '  FROM (',
        `    SELECT *, ROW_NUMBER() ${over} ORDER BY part DESC) AS from_last`,
        '    FROM (',
        `      SELECT *, LEAD(ended_day) ${over} ORDER BY part) AS next_day, LEAD(ended_first) ${over} ORDER BY part) AS next_first`,
        `      FROM ${parts}`,
        '    ) AS followed',
        '    WHERE begun_day IS NOT NULL AND next_day IS NOT NULL',
        '  ) AS broken',
        '  WHERE from_last = 1',
      ].join('\n'),
    },
  ]
}
