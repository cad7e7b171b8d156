import { formatDay } from '@common/rules/shanghaiTime';

/** `11月21日 周六，漯河市中心医院`. */
export function Today({ name }: { name?: string }) {
  return (
    <>
      {formatDay(Date.now())}
      {name && `，${name}`}
    </>
  );
}
