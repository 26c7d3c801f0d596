/** Small enough for one call's arguments. */
const CHUNK = 0x8000

/**
 * How bytes (photos, signatures, workbooks) cross the port: oRPC carries JSON, in which a `Uint8Array` would arrive as an
 * object of numbers. Given to both ends as `customJsonSerializers`; the number is above oRPC's own types.
 */
export const bytesSerializer = {
  type: 101,
  condition: (data: unknown): boolean => data instanceof Uint8Array,
  serialize(data: Uint8Array): string {
    let binary = ''
    for (let at = 0; at < data.length; at += CHUNK) binary += String.fromCharCode(...data.subarray(at, at + CHUNK))
    return btoa(binary)
  },
  deserialize: (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
}
