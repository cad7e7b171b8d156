import { Skeleton } from 'antd';

/** The outline of 工作台. */
export function HomeSkeleton() {
  return (
    <>
      <div className="to-dos">
        {['a', 'b', 'c', 'd'].map((card) => (
          <div key={card} className="card to-do">
            <Skeleton active title={false} paragraph={{ rows: 3 }} />
          </div>
        ))}
      </div>
      <div className="card pad">
        <Skeleton active paragraph={{ rows: 5 }} />
      </div>
    </>
  );
}
