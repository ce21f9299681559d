/// <reference types="vite/client" />

/** Chinese words of the screens by their English, made while building. */
declare module 'virtual:ui-messages/*' {
  const messages: Record<string, string>
  export default messages
}
