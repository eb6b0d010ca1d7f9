import type { PlannedBody } from '../plan.ts'
import { isTwoValued } from '../two-valued.ts'
import type { Body, Program } from './program.ts'
import { rememberedIn } from './remembered.ts'
import { truth, yes } from './truths.ts'

/** Writes the function of a decision: its answer as a position, worked out once an evaluation (and entry). */
export function decisionBody(index: number, program: Program): string {
  const { body, within } = program.plan.decisions[index] as (typeof program.plan.decisions)[number]
  const plain = program.write(program.fresh('d'), within, (inside) => statements(body, inside))
  const remembered = { within, uses: 2 }
  return program.write(program.fresh('d'), within, (inside) =>
    rememberedIn(remembered, `${plain}(${within === null ? '' : 'i'})`, inside),
  )
}

function statements(body: PlannedBody, inside: Body): string {
  const { program } = inside
  switch (body.kind) {
    case 'ranked':
      return ranked(body, inside)
    case 'gate': {
      const behind = body.behind === null ? '' : `r=2-${program.decisionFunction(body.behind)}();if(r===2)return 0;`
      const needs = body.needs.map((need) => `if(!(${yes(need, inside)}))return 0;`)
      const limits = body.limits.map(({ when, ifUnknown, ifYes }) => {
        const t = inside.temporary()
        const level = (of: number): string => (of === 2 ? 'return 0' : of === 1 ? 'r=1' : '')
        if (ifUnknown === ifYes) return ifYes === 0 ? '' : `if((${t}=${truth(when, inside)})!==0){${level(ifYes)}}`
        return `${t}=${truth(when, inside)};if(${t}===2){${level(ifYes)}}else if(${t}===1){${level(ifUnknown)}}`
      })
      return `let r=0;${behind}${needs.join('')}${limits.join('')}return 2-r;`
    }
    case 'fold': {
      const join = body.join.map(({ each, answer }) => `if(r>>>${each}&1)return ${answer};`).join('')
      const each = program.decisionFunction(body.each)
      return `let r=0;for(let i=0;i<N${body.room};i++)r|=1<<${each}(i);${join}return ${body.otherwise};`
    }
    default:
      return body satisfies never
  }
}

type Ranked = Extract<PlannedBody, { kind: 'ranked' }>

/** From the top down; rules that are not known are kept and meet, from below, what the rest comes to. */
function ranked({ rules, otherwise, meets }: Ranked, inside: Body): string {
  const { program } = inside
  if (rules.every(({ when }) => isTwoValued(when, program.plan.nodes)))
    return `${rules.map(({ when, answer }) => `if(${yes(when, inside)})return ${answer};`).join('')}return ${otherwise};`
  const t = inside.temporary()
  const tests = rules.map(({ when, answer }) =>
    isTwoValued(when, program.plan.nodes)
      ? `if(${yes(when, inside)}){r=${answer};break decided}`
      : `if((${t}=${truth(when, inside)})!==0){if(${t}===2){r=${answer};break decided}open.push(${answer})}`,
  )
  return `let r=${otherwise};const open=[];decided:{${tests.join('')}}while(open.length>0)r=${JSON.stringify(meets)}[open.pop()][r];return r;`
}
