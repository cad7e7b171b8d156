/** 二级学科/三级学科, the second under the first, so that no name is broken in two. */
export function Discipline({ name }: { name: string }) {
  const [second, ...third] = name.split('/');
  return (
    <>
      <div>{second}</div>
      {third.length > 0 && <div className="cell-sub">{third.join('/')}</div>}
    </>
  );
}
