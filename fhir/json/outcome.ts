/** What is wrong, in one sentence, and where: a path into what was given, e.g. `facts["hfs.side"]`. */
export type Problem = Readonly<{ code: string; sentence: string; where: string }>

export type Outcome<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; problem: Problem /** All of them; `problem` is the first. */; problems: readonly Problem[] }>

/** Notes a problem and lets the reading go on, so that one pass finds them all. */
export type Report = (code: string, sentence: string, where: string) => void

/** Enough to mend a file by; a million wrong lines are not listed one by one. */
const most = 100

/** Reads something; any problem reported on the way makes the outcome a failure. */
export function collecting<T>(read: (report: Report) => T): Outcome<T> {
  const problems: Problem[] = []
  const value = read((code, sentence, where) => {
    if (problems.length < most) problems.push({ code, sentence, where })
  })
  const [problem] = problems
  return problem === undefined ? { ok: true, value } : { ok: false, problem, problems }
}
