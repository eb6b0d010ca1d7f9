/** Conditions as text of a program: each can be asked for its truth (0, 1, 2), for being yes, and for being no. */
import { anyWord, blank, isWord, noWord, type Place } from '../layout.ts'
import { mentionedBy } from '../mentioned.ts'
import type { NodeIndex, PlanNode, TruthOp } from '../plan.ts'
import { isTwoValued } from '../two-valued.ts'
import type { Body } from './program.ts'
import { comparing } from './spans.ts'

type TruthNode = PlanNode & TruthOp

/** What is asked in several places, or needs statements, stands as a function of its own. */
const standsAlone = (node: TruthNode): boolean =>
  (node.uses > 1 && mentionedBy(node).length > 0) || node.op === 'recent'

const cell = ({ room, cell: at }: Place): string => (room === null ? `P[${at}]` : `R${room}[e+${at}]`)

export function truth(index: NodeIndex, body: Body): string {
  const node = body.program.node(index) as TruthNode
  if (standsAlone(node)) return `${body.program.truthFunction(index)}(${body.entry(node)})`
  return plainTruth(node, body)
}

/** The truth of a node, worked out on the spot. */
export function plainTruth(node: TruthNode, body: Body): string {
  switch (node.op) {
    case 'constant':
      return String(node.truth)
    case 'word': {
      const t = body.temporary()
      return `((${t}=${cell(node.place)})===${noWord}?1:(${node.mask}>>>${t}&1)<<1)`
    }
    case 'member': {
      const t = body.temporary()
      return `((${t}=${cell(node.place)})===${blank}?1:(${t}&${node.mask})===0?0:2)`
    }
    case 'unanswered':
    case 'established':
      return `(${plainYes(node, body)}?2:0)`
    case 'all':
    case 'any': {
      const parts = node.of.map((part) => ({ t: body.temporary(), text: truth(part, body) }))
      const stop = node.op === 'all' ? 0 : 2
      const stops = parts.map(({ t, text }) => `(${t}=${text})===${stop}`).join('||')
      const rest = parts.map(({ t }) => t).join('&')
      // Without a no, `and` of ones and twos is two only where all are; without a yes, `or` of noughts and ones is the larger.
      return node.op === 'all' ? `(${stops}?0:(${rest})===2?2:1)` : `(${stops}?2:${parts.map(({ t }) => t).join('|')})`
    }
    case 'not':
      return `(2-${truth(node.of, body)})`
    case 'decided': {
      const t = body.temporary()
      const bit = `${t}=1<<${body.program.decisionFunction(node.decision)}(${body.entry(node)})`
      return node.unknown === 0
        ? `(((${bit})&${node.yes})!==0?2:0)`
        : `(((${bit})&${node.yes})!==0?2:(${t}&${node.unknown})!==0?1:0)`
    }
    case 'some': {
      if (isTwoValued(node.where, body.program.plan.nodes)) return `(${plainYes(node, body)}?2:0)`
      const loop = body.program.loop('truth', node.room, (inside) => {
        const t = inside.temporary()
        return `if((${t}=${truth(node.where, inside)})===2)return 2;if(${t}===1)r=1;`
      })
      return `${loop}()`
    }
    case 'recent': {
      const { room, back } = node
      const ask = (of: NodeIndex): string => body.program.entryFunction(room, (inside) => truth(of, inside))
      return `recent(room${room}(),${ask(node.where)},${ask(node.holds)},${back})`
    }
    case 'compare':
      return `${comparing(node, body)}(${body.entry(node)})`
    default:
      return node satisfies never
  }
}

/** Whether it is yes. */
export function yes(index: NodeIndex, body: Body): string {
  const node = body.program.node(index) as TruthNode
  return standsAlone(node) ? `${truth(index, body)}===2` : plainYes(node, body)
}

function plainYes(node: TruthNode, body: Body): string {
  switch (node.op) {
    case 'constant':
      return String(node.truth === 2)
    case 'word':
      return `(${node.mask}>>>${cell(node.place)}&1)===1`
    case 'member':
      return `(${cell(node.place)}&${node.mask})!==0`
    case 'unanswered':
      return `${cell(node.place)}===${isWord(node.place.fact) ? noWord : blank}`
    case 'all':
      return `(${node.of.map((part) => yes(part, body)).join('&&')})`
    case 'any':
      return `(${node.of.map((part) => yes(part, body)).join('||')})`
    case 'not':
      return no(node.of, body)
    case 'established':
      return yes(node.of, body)
    case 'decided':
      return `(1<<${body.program.decisionFunction(node.decision)}(${body.entry(node)})&${node.yes})!==0`
    case 'some':
      return `${body.program.loop('yes', node.room, (inside) => `if(${yes(node.where, inside)})return true;`)}()`
    default:
      return `${plainTruth(node, body)}===2`
  }
}

/** Whether it is no: not merely not yes. */
export function no(index: NodeIndex, body: Body): string {
  const node = body.program.node(index) as TruthNode
  if (standsAlone(node)) return `${truth(index, body)}===0`
  switch (node.op) {
    case 'constant':
      return String(node.truth === 0)
    case 'word':
      return `(${~node.mask & anyWord}>>>${cell(node.place)}&1)===1`
    case 'unanswered':
      return `${cell(node.place)}!==${isWord(node.place.fact) ? noWord : blank}`
    case 'all':
      return `(${node.of.map((part) => no(part, body)).join('||')})`
    case 'any':
      return `(${node.of.map((part) => no(part, body)).join('&&')})`
    case 'not':
      return yes(node.of, body)
    case 'established':
      return `!(${yes(node.of, body)})`
    default:
      return `${plainTruth(node, body)}===0`
  }
}
