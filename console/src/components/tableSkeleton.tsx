const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The outline of a table while its first page is on the way. */
export function TableSkeleton() {
  return (
    <div className="table-skeleton" aria-busy="true" role="status" aria-label="正在加载">
      {ROWS.map((row) => (
        <div key={row} className="table-skeleton__row">
          <i />
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
