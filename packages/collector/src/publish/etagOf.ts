/** ETag of a published configuration as the console and the CLI hold it: its number and its content. */
export const etagOf = ({ version, hash }: { readonly version: number; readonly hash: string }): string => `"${version}-${hash}"`;
