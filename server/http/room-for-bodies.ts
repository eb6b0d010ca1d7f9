import type { FastifyRequest } from 'fastify'
import { sourceOf } from './source-of.ts'

const megabyte = 1024 * 1024

type Most = Readonly<{ all: number; anyone: number }>
type Shares = Readonly<{
  /** Of all that are coming in, and of those of whoever need not sign in, who could otherwise keep everybody out by sending slowly. */
  most: Most
  /** One that is small is taken for longer. */
  mostWithSmall: Most
  /** Of that, what one account or, of those who did not sign in, one address may take. */
  mostOfOne: Readonly<{ account: number; address: number }>
}>

const small = megabyte / 4

/**
 * How much of bodies that are coming in is held at once. A form still comes through while files come, and whoever is signed
 * in still sends while strangers send as much as they may. One takes two of the largest bundles, or one referral with its
 * files: however slowly one of them sends, the others are heard.
 */
const ofWords: Shares = {
  most: { all: 64 * megabyte, anyone: 40 * megabyte },
  mostWithSmall: { all: 128 * megabyte, anyone: 64 * megabyte },
  mostOfOne: { account: 32 * megabyte, address: 28 * megabyte },
}

/**
 * Files have a room of their own, or one video would shut out every form: of one account one of the largest at a time, and
 * three of them together. They are taken of whoever is signed in, and of nobody else.
 */
const ofFiles: Shares = {
  most: { all: 192 * megabyte, anyone: 0 },
  mostWithSmall: { all: 256 * megabyte, anyone: 0 },
  mostOfOne: { account: 64 * megabyte, address: 0 },
}

const accounts = new WeakMap<FastifyRequest, string>()
/** Says whose account a request comes from, before its body is read. */
export const broughtBy = (request: FastifyRequest, account: string): void => void accounts.set(request, account)

/** The room that one body takes while it comes in. */
type Room = Readonly<{
  hold: (bytes: number) => void
  letGo: () => void
  /** Whether more is held than may be, of all or of whoever sends this one. */
  isFull: () => boolean
}>
export type RoomFor = (request: FastifyRequest) => Room

/** The rooms of one server. */
export const roomsForBodies = () => ({ words: openRoom(ofWords), files: openRoom(ofFiles) })

function openRoom({ most, mostWithSmall, mostOfOne }: Shares): RoomFor {
  let [together, ofAnyone] = [0, 0]
  const ofEach = new Map<string, number>()
  return (request) => {
    const account = accounts.get(request)
    const isAnyone = request.routeOptions.config.forAnyone === true
    const whose = account === undefined ? `address ${sourceOf(request.ip)}` : `account ${account}`
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
      letGo: () => hold(-held),
      isFull: () => {
        const { all, anyone } = held > small ? most : mostWithSmall
        return together > all || (isAnyone && ofAnyone > anyone) || (ofEach.get(whose) ?? 0) > own
      },
    }
  }
}
