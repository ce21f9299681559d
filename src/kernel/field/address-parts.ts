/** The parts of an address, and what each is called where it stands by itself. */
import type { Address } from '../text/address.ts'

export interface AddressPart {
  name: keyof Address
  label: string
  isDegree?: boolean
}

export const addressParts: readonly AddressPart[] = [
  { name: 'country', label: 'Country' },
  { name: 'region', label: 'Province or state' },
  { name: 'city', label: 'City or county' },
  { name: 'district', label: 'District' },
  { name: 'street', label: 'Street and number' },
  { name: 'postalCode', label: 'Postal code' },
  { name: 'lat', label: 'Latitude', isDegree: true },
  { name: 'lng', label: 'Longitude', isDegree: true },
]
