import { BrandMark } from '../components/brandMark';

/** Before anything is known: the mark, quietly breathing. */
export function Splash() {
  return (
    <div className="splash" role="status" aria-label="正在打开">
      <BrandMark size={44} />
    </div>
  );
}
