export interface Place {
  latitude: number;
  longitude: number;
}

const EARTH_RADIUS_KM = 6371;

/** Kilometres between two places as a bird flies (haversine formula). */
export function kilometresBetween(a: Place, b: Place): number {
  const half = (x: number, y: number): number => Math.sin(radians(y - x) / 2) ** 2;
  const across =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(across)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
