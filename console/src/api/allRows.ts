/** The most that a list answers at once. */
const PAGE_SIZE = 200;

/**
 * Everything that a list has, page after page. An empty page ends it although more was promised: rows may go meanwhile.
 * @param load Asks for one page.
 * @param onProgress How many have come, of how many.
 */
export async function allRows<Row>(
  load: (paging: { page: number; pageSize: number }) => Promise<{ items: Row[]; total: number }>,
  onProgress?: (done: number, total: number) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await load({ page, pageSize: PAGE_SIZE });
    rows.push(...items);
    onProgress?.(Math.min(page * PAGE_SIZE, total), total);
    if (items.length === 0 || page * PAGE_SIZE >= total) {
      return rows;
    }
  }
}
