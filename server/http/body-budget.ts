import type { FastifyRequest } from 'fastify'
import { clientNetworkOf } from './client-network.ts'

const megabyte = 1024 * 1024

type Most = Readonly<{ all: number; anyone: number }>
type Limits = Readonly<{
  /** Of all that are coming in, and of those of whoever need not sign in, who could otherwise keep everybody out by sending slowly. */
  most: Most
  /** One that is small is taken for longer. */
  mostWithSmall: Most
  /** Of that, what one account or, of those who did not sign in, one address may take. */
  mostOfOne: Readonly<{ account: number; address: number }>
}>

const small = megabyte / 4

/**
 * How many bytes of incoming bodies are buffered at once. Forms still pass while files arrive, and signed-in users still send
 * while anonymous ones use up their share. One account may send two of the largest bundles, one address a referral with its
 * files: a slow sender cannot block the others.
 */
const jsonLimits: Limits = {
  most: { all: 64 * megabyte, anyone: 40 * megabyte },
  mostWithSmall: { all: 128 * megabyte, anyone: 64 * megabyte },
  mostOfOne: { account: 32 * megabyte, address: 28 * megabyte },
}

/**
 * Files have a budget of their own, or one video would shut out every form: one of the largest at a time for an account, three
 * in all. Only signed-in users may send them.
 */
const fileLimits: Limits = {
  most: { all: 192 * megabyte, anyone: 0 },
  mostWithSmall: { all: 256 * megabyte, anyone: 0 },
  mostOfOne: { account: 64 * megabyte, address: 0 },
}

const accounts = new WeakMap<FastifyRequest, string>()
/** Charges a request's body to an account; called before the body is read. */
export const chargeToAccount = (request: FastifyRequest, account: string): void => void accounts.set(request, account)

/** The memory budget of one body while it arrives, in bytes. */
type BodyBudget = Readonly<{
  hold: (bytes: number) => void
  release: () => void
  /** Whether the total, or the sender's share, is exceeded. */
  isFull: () => boolean
}>
export type BudgetFor = (request: FastifyRequest) => BodyBudget

/** The budgets of one server. */
export const openBodyBudgets = () => ({ json: openBudget(jsonLimits), files: openBudget(fileLimits) })

function openBudget({ most, mostWithSmall, mostOfOne }: Limits): BudgetFor {
  let [together, ofAnyone] = [0, 0]
  const ofEach = new Map<string, number>()
  return (request) => {
    const account = accounts.get(request)
    const isAnyone = request.routeOptions.config.forAnyone === true
    const whose = account === undefined ? `address ${clientNetworkOf(request.ip)}` : `account ${account}`
    const own = account === undefined ? mostOfOne.address : mostOfOne.account
    let held = 0
    const hold = (bytes: number): void => {
      held += bytes
      together += bytes
      if (isAnyone) ofAnyone += bytes
      const all = (ofEach.get(whose) ?? 0) + bytes
      if (all === 0) ofEach.delete(whose)
      else ofEach.set(whose, all)
    }
    return {
      hold,
      release: () => hold(-held),
      isFull: () => {
        const { all, anyone } = held > small ? most : mostWithSmall
        return together > all || (isAnyone && ofAnyone > anyone) || (ofEach.get(whose) ?? 0) > own
      },
    }
  }
}
