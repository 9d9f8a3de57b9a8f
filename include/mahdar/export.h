// What a program sees of a shared library; nothing, of a static one.
#ifndef MAHDAR_EXPORT_H_
#define MAHDAR_EXPORT_H_

#if defined(MAHDAR_SHARED)
#define MAHDAR_EXPORT __attribute__((visibility("default")))
#else
#define MAHDAR_EXPORT
#endif

#endif /* MAHDAR_EXPORT_H_ */
