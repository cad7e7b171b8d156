/** In a browser: a public map. Takes the place of openMap.ts in the H5 build. */
import type { OpenActivityView } from '@common/contract/enrolments';

type Place = Pick<OpenActivityView, 'venue' | 'address' | 'point'>;

/** 高德地图's page, or its app where there is one. Only the venue's place goes there. */
export async function openMap({ venue, point }: Place): Promise<void> {
  if (point) {
    const query = new URLSearchParams({
      position: `${point.longitude},${point.latitude}`,
      name: venue,
      coordinate: 'gaode',
      callnative: '1',
    });
    window.open(`https://uri.amap.com/marker?${query}`, '_blank', 'noopener');
  }
}
