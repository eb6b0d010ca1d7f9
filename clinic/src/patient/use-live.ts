import type { Act, PatientView } from '@facialis/wire'
import { useEffect, useRef, useState } from 'react'
import { isReplaced } from '../api/newer-build.ts'
import type { Live } from '../pathway.ts'
import type { Answer, Question } from './live-worker.ts'
import { useOpenPatient } from './open-patient.ts'
import { readablePart } from './unreadable.ts'

/** What was asked for: an unsaved act, written out, on top of a record as it was opened. */
export type LiveAsked = Readonly<{ content: string | null; view: PatientView }>
export type LiveAnswer = Readonly<{ asked: LiveAsked; live: Live }>
export type ShownLive = Readonly<{ live: Live; behind: boolean }>

/**
 * The advice with an unsaved act on top, worked out beside the page so that typing never waits for it. Without an
 * act it is the server's own. `behind`: something newer is being worked out; what is shown is the last answer.
 */
export function useLive(act: Act | null): ShownLive {
  const { view, born } = useOpenPatient()
  const worker = useRef<Worker | null>(null)
  const waiting = useRef(new Map<number, LiveAsked>())
  const latest = useRef(0)
  const [answer, setAnswer] = useState<LiveAnswer | null>(null)

  useEffect(() => {
    const started = new Worker(new URL('./live-worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.current.get(data.number)
      waiting.current.delete(data.number)
      if (asked !== undefined) setAnswer({ asked, live: data.live })
    }
    // Its program did not come.
    started.onerror = () => void isReplaced().then((replaced) => replaced && window.location.reload())
    worker.current = started
    return () => {
      started.terminate()
      worker.current = null
    }
  }, [])

  const content = act === null ? null : JSON.stringify(readablePart(act, { today: view.today, born }))
  useEffect(() => {
    if (content === null) return
    latest.current += 1
    const number = latest.current
    const question: Question = {
      number,
      asked: { chart: view.chart, today: view.today, policy: view.policy, act: JSON.parse(content) as Act },
    }
    // A moment, so that a word typed letter by letter is one question.
    const timer = setTimeout(() => {
      waiting.current.set(number, { content, view })
      worker.current?.postMessage(question)
    }, 120)
    return () => clearTimeout(timer)
  }, [content, view])

  return shownLive(answer, { content, view })
}

/** An answer is current only for the very act and record it was asked for, from the moment either changes. */
export function shownLive(answer: LiveAnswer | null, { content, view }: LiveAsked): ShownLive {
  if (content === null || answer === null) return { live: asSaved(view), behind: content !== null }
  return { live: answer.live, behind: answer.asked.content !== content || answer.asked.view !== view }
}

const asSaved = ({ advice, chart }: Pick<PatientView, 'advice' | 'chart'>): Live => ({ ok: true, advice, chart })
