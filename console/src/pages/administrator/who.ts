/** Who acts for the account: one of its list by number, or a new one. */
export type Who = { administratorId: string } | { name: string; phone: string };
