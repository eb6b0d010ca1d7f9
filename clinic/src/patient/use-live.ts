import type { Act } from '@facialis/wire'
import { useEffect, useRef, useState } from 'react'
import type { Live } from '../pathway.ts'
import type { Answer, Question } from './live-worker.ts'
import { useOpenPatient } from './open-patient.ts'

/**
 * The advice with an unsaved act on top, worked out beside the page so that typing never waits for it. Without an
 * act it is the server's own. `behind`: something newer is being worked out; what is shown is the last answer.
 */
export function useLive(act: Act | null): Readonly<{ live: Live; behind: boolean }> {
  const { view } = useOpenPatient()
  const worker = useRef<Worker | null>(null)
  const latest = useRef(0)
  const [answer, setAnswer] = useState<Answer | null>(null)

  useEffect(() => {
    const started = new Worker(new URL('./live-worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<Answer>) => setAnswer(data)
    worker.current = started
    return () => {
      started.terminate()
      worker.current = null
    }
  }, [])

  const content = act === null ? null : JSON.stringify(act)
  useEffect(() => {
    latest.current += 1
    if (content === null) return
    const question: Question = {
      number: latest.current,
      asked: { chart: view.chart, today: view.today, policy: view.policy, act: JSON.parse(content) as Act },
    }
    // A moment, so that a word typed letter by letter is one question.
    const timer = setTimeout(() => worker.current?.postMessage(question), 120)
    return () => clearTimeout(timer)
  }, [content, view])

  if (content === null || answer === null) return { live: asSaved(view), behind: content !== null }
  return { live: answer.live, behind: answer.number !== latest.current }
}

const asSaved = ({ advice, chart }: Pick<ReturnType<typeof useOpenPatient>['view'], 'advice' | 'chart'>): Live => ({
  ok: true,
  advice,
  chart,
})
