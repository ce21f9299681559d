/** What a drawn layout is refused by, in words. */
export const printLayoutMessages = {
  'print-layout.broken': 'The drawing cannot be read at {at}.',
  'print-layout.too-many': 'A layout can have {most} elements, no more.',
  'print-layout.no-such-field': 'These records have no field {field}.',
  'print-layout.stays': 'What is drawn goes by the fields of these records. Draw a new layout.',
  'print-layout.picture': 'A picture of the layout cannot be read. Take another file, PNG or JPEG.',
  'print-layout.gone': 'This kind of record is not there any more.',
}
