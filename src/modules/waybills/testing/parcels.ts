/** Goods that leave a shop with a carrier, for tests. */
import type { Draft } from '#kernel/entity/entity.ts'
import type { World } from '#kernel/testing/world.ts'
import { confirmOrder } from '#modules/orders/index.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { sendShipment, shipOrders } from '#modules/shipping/index.ts'
import { Waybill } from '../waybill.entity.ts'

export interface Parcels extends Shop {
  /** A waybill of the customer, by the storekeeper for the seller. */
  parcel(draft: Draft<typeof Waybill>): Promise<string>
}

let count = 0

export const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id

export async function openParcels(world: World): Promise<Parcels> {
  const shop = await openShop(world, [{ onHand: '100', unitCost: '40' }])
  const parcel = async (draft: Draft<typeof Waybill>) => {
    count += 1
    const owner = shop.seller.caller.person.id
    const begun = { number: `P-${count}`, carrier: 'HCT', customer: shop.customer, owner }
    return (await world.program.create(Waybill, { ...begun, ...draft })).id
  }
  return { ...shop, parcel }
}

/** One shipment of so many orders, sent. */
export async function sentOut(shop: Shop, orders: number) {
  const ids: string[] = []
  for (let index = 0; index < orders; index += 1) {
    const { id } = await draftOrder(shop, ['1'])
    await shop.seller.do(confirmOrder, id)
    ids.push(id)
  }
  const shipment = idOf(await shop.keeper.do(shipOrders, null, { orders: ids }))
  await shop.keeper.do(sendShipment, shipment)
  return { orders: ids, shipment }
}
