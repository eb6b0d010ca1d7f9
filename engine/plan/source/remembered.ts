import type { PlanNode } from '../plan.ts'
import type { Body } from './program.ts'

/** Statements that answer once an evaluation: a stamp of the present one is kept with the answer. */
export function rememberedIn(node: Pick<PlanNode, 'within' | 'uses'>, text: string, { program }: Body): string {
  if (node.uses < 2) return `return ${text};`
  const k = program.memory(node.within)
  if (node.within === null) return `if(M[${k}]>=g)return M[${k}]-g;const r=${text};M[${k}]=g+r;return r;`
  const place = `E${node.within}[i*K${node.within}+${k}]`
  return `if(${place}>=g)return ${place}-g;const r=${text};${place}=g+r;return r;`
}
