import type { NodeIndex, Plan, PlanNode, SpanOp, TruthOp } from '../plan.ts'
import { decisionBody } from './decisions.ts'
import type { Body, Program } from './program.ts'
import { rememberedIn } from './remembered.ts'
import { spanBody } from './spans.ts'
import { plainTruth, truth } from './truths.ts'

/**
 * A plan as the text of a module: what an engineer would write by hand for these decisions, made from the rules. It is
 * written when the product is built, because a browser under a strict policy runs no code made from text.
 * @param kernel the address of kernel.ts as the module will import it
 */
export function moduleOf(plan: Plan, kernel: string): string {
  const functions: string[] = []
  const program = programOver(plan, functions)
  const asked = plan.decisions.map(({ within }, index) =>
    within === null ? `${program.decisionFunction(index)}()` : '-1',
  )
  const rooms = plan.layout.rooms.map((_, room) => room)
  const memories = program.memory(null)
  const remembering = rooms.map((room) => program.memory(room))
  return [
    `// Written from the rules of ${plan.pathway.id} ${plan.pathway.version}; edit those, not this.`,
    `import{amount,blank,countOf,dated,edgeDate,end,product,recent,runLength,sumOf,wholeYears}from${JSON.stringify(kernel)}`,
    `let P,asOf,policy,g=0`,
    ...rooms.map((room) => `let R${room},N${room}`),
    ...plan.layout.rooms.map(
      ({ row }, room) => `const room${room}=()=>({cells:R${room},width:${row.width},count:N${room}})`,
    ),
    `const M=new Int32Array(${memories}),LO=new Float64Array(${memories}),HI=new Float64Array(${memories})`,
    ...rooms.map((room) => `const K${room}=${remembering[room]};let E${room}=new Int32Array(8*K${room})`),
    ...functions,
    'export function answers(sheet,asking){',
    `if((g+=32)>2147480000){g=32;M.fill(0);${rooms.map((room) => `E${room}.fill(0)`).join(';')}}`,
    'P=sheet.person;asOf=asking.asOf;policy=asking.policy;',
    ...rooms.map(
      (room) =>
        `R${room}=sheet.rows[${room}];N${room}=sheet.counts[${room}];if(N${room}*K${room}>E${room}.length)E${room}=new Int32Array(2*N${room}*K${room});`,
    ),
    `return[${asked.join(',')}]}`,
    '',
  ].join('\n')
}

function programOver(plan: Plan, functions: string[]): Program {
  let names = 0
  const memories = new Map<number | null, number>()
  const made = new Map<string, string>()
  const once = (key: string, make: () => string): string => {
    const known = made.get(key)
    if (known) return known
    const name = make()
    made.set(key, name)
    return name
  }
  const node = (index: NodeIndex): PlanNode => plan.nodes[index] as PlanNode

  const program: Program = {
    plan,
    node,
    truth,
    fresh: (letter) => `${letter}${names++}`,
    memory: (room) => {
      const taken = memories.get(room) ?? 0
      memories.set(room, taken + 1)
      return taken
    },
    write: (name, room, text) => {
      const temporaries: string[] = []
      const body: Body = {
        program,
        temporary: () => {
          temporaries.push(`t${temporaries.length}`)
          return temporaries.at(-1) as string
        },
        entry: ({ within }) => (within === null ? '' : 'i'),
      }
      const statements = text(body)
      const row = room === null ? '' : `const e=i*${plan.layout.rooms[room]?.row.width};`
      const locals = temporaries.length === 0 ? '' : `let ${temporaries.join(',')};`
      functions.push(`const ${name}=(${room === null ? '' : 'i'})=>{${row}${locals}${statements}}`)
      return name
    },
    truthFunction: (index) =>
      once(`truth ${index}`, () => {
        const one = node(index) as PlanNode & TruthOp
        const name = program.fresh('n')
        return program.write(name, one.within, (body) => rememberedIn(one, plainTruth(one, body), body))
      }),
    spanFunction: (index) =>
      once(`span ${index}`, () => {
        const one = node(index) as PlanNode & SpanOp
        const name = program.fresh('s')
        if (one.within !== null || one.uses < 2) return program.write(name, one.within, (body) => spanBody(one, body))
        const plain = program.write(`${name}_`, null, (body) => spanBody(one, body))
        const k = program.memory(null)
        return program.write(
          name,
          null,
          () => `if(M[${k}]!==g){LO[${k}]=${plain}();HI[${k}]=end.hi;M[${k}]=g}end.hi=HI[${k}];return LO[${k}];`,
        )
      }),
    decisionFunction: (index) => once(`decision ${index}`, () => decisionBody(index, program)),
    loop: (gives, room, text) => {
      const name = program.fresh('l')
      const [begin, end] = gives === 'truth' ? ['let r=0;', 'return r;'] : ['', 'return false;']
      return program.write(name, null, (body) => {
        const row = `const e=i*${plan.layout.rooms[room]?.row.width};`
        return `${begin}for(let i=0;i<N${room};i++){${row}${text(body)}}${end}`
      })
    },
    entryFunction: (room, text) => program.write(program.fresh('w'), room, (body) => `return ${text(body)};`),
  }
  return program
}
