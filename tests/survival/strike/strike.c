/*
 * Preloaded into a process under test (LD_PRELOAD): counts the calls by which it touches files below given folders, writes them
 * to a trace, and strikes at one of them: kills the process, or refuses with an error. It changes nothing else, and nothing of
 * the program knows of it.
 *
 *   STRIKE_UNDER  folders, separated by ':'; calls on other files are not counted
 *   STRIKE_TRACE  file to which each counted call is written: number, name of the call, path
 *   STRIKE_AT     number of the call to strike at, from 1; none: only count
 *   STRIKE_HOW    kill-before, kill-torn (half of a write, then dead), kill-after, eio, enospc
 *   STRIKE_FROM_ON  1: every call from STRIKE_AT on, not it alone (errors only)
 *   STRIKE_READS  1: reading calls count too
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define REAL(name) ((__typeof__(&name))real_of(#name, &slot_##name))
#define SLOT(name) static void *slot_##name

enum how { NOTHING, KILL_BEFORE, KILL_TORN, KILL_AFTER, REFUSE };

static char *path_of[FDS];
static char under[PATH_MAX];
static int trace = -1, from_on, reads, ready, refusal;
static long strike_at = -1, counted;
static enum how how;

static void *real_of(const char *name, void **slot) {
  if (*slot == NULL) *slot = dlsym(RTLD_NEXT, name);
  return *slot;
}

static void __attribute__((constructor)) begin(void) {
  const char *folders = getenv("STRIKE_UNDER"), *at = getenv("STRIKE_AT"), *way = getenv("STRIKE_HOW");
  const char *file = getenv("STRIKE_TRACE");
  if (folders == NULL) return;
  snprintf(under, sizeof under, "%s", folders);
  if (at != NULL) strike_at = atol(at);
  if (way != NULL && strcmp(way, "kill-before") == 0) how = KILL_BEFORE;
  if (way != NULL && strcmp(way, "kill-torn") == 0) how = KILL_TORN;
  if (way != NULL && strcmp(way, "kill-after") == 0) how = KILL_AFTER;
  if (way != NULL && strcmp(way, "eio") == 0) { how = REFUSE; refusal = EIO; }
  if (way != NULL && strcmp(way, "enospc") == 0) { how = REFUSE; refusal = ENOSPC; }
  from_on = getenv("STRIKE_FROM_ON") != NULL;
  reads = getenv("STRIKE_READS") != NULL;
  if (file != NULL) trace = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  ready = 1;
}

static int is_under(const char *path) {
  if (!ready || path == NULL || path[0] != '/') return 0;
  for (const char *one = under; *one != 0;) {
    size_t length = strcspn(one, ":");
    if (length > 0 && strncmp(path, one, length) == 0 && (path[length] == '/' || path[length] == 0)) return 1;
    one += length + (one[length] == ':');
  }
  return 0;
}

static const char *known(int fd) { return fd >= 0 && fd < FDS ? path_of[fd] : NULL; }

static void die(void) { syscall(SYS_kill, syscall(SYS_getpid), SIGKILL); for (;;) pause(); }

/* Counts a call. Gives what is to happen to it; KILL_BEFORE does not return. */
static enum how strike(const char *call, const char *path) {
  long number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
  if (trace >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, path);
    if (length > 0) syscall(SYS_write, trace, line, length);
  }
  int struck = strike_at > 0 && (number == strike_at || (from_on && how == REFUSE && number > strike_at));
  if (!struck) return NOTHING;
  if (how == KILL_BEFORE) die();
  return how;
}

#define DONE_OR_DEAD(what, result) do { if ((what) == KILL_AFTER || (what) == KILL_TORN) die(); return (result); } while (0)
#define REFUSED(what) if ((what) == REFUSE) { errno = refusal; return -1; }

static void keep_path(int fd, const char *path) {
  if (fd >= 0 && fd < FDS) path_of[fd] = strdup(path);
}

#define OPEN(name)                                                                                   \
  SLOT(name);                                                                                        \
  int name(const char *path, int flags, ...) {                                                       \
    mode_t mode = 0;                                                                                 \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    if (!is_under(path)) return REAL(name)(path, flags, mode);                                       \
    int makes = (flags & O_CREAT) && access(path, F_OK) != 0;                                        \
    enum how what = makes || reads ? strike(makes ? "create" : "open", path) : NOTHING;             \
    REFUSED(what)                                                                                    \
    int fd = REAL(name)(path, flags, mode);                                                          \
    keep_path(fd, path);                                                                             \
    DONE_OR_DEAD(what, fd);                                                                          \
  }
OPEN(open)
OPEN(open64)

SLOT(close);
int close(int fd) {
  if (fd >= 0 && fd < FDS && path_of[fd] != NULL) path_of[fd] = NULL;
  return REAL(close)(fd);
}

#define WRITE(name, extra_types, extra)                                                              \
  SLOT(name);                                                                                        \
  ssize_t name(int fd, const void *bytes, size_t count extra_types) {                                \
    const char *path = known(fd);                                                                    \
    if (path == NULL) return REAL(name)(fd, bytes, count extra);                                     \
    enum how what = strike("write", path);                                                           \
    REFUSED(what)                                                                                    \
    ssize_t written = REAL(name)(fd, bytes, what == KILL_TORN && count > 1 ? count / 2 : count extra); \
    DONE_OR_DEAD(what, written);                                                                     \
  }
#define NONE
#define OFFSET32 , off_t at
#define OFFSET64 , off64_t at
#define AT , at
WRITE(write, NONE, NONE)
WRITE(pwrite, OFFSET32, AT)
WRITE(pwrite64, OFFSET64, AT)

#define READ(name, extra_types, extra)                                                               \
  SLOT(name);                                                                                        \
  ssize_t name(int fd, void *bytes, size_t count extra_types) {                                      \
    const char *path = known(fd);                                                                    \
    if (path == NULL || !reads) return REAL(name)(fd, bytes, count extra);                           \
    enum how what = strike("read", path);                                                            \
    REFUSED(what)                                                                                    \
    ssize_t got = REAL(name)(fd, bytes, count extra);                                                \
    DONE_OR_DEAD(what, got);                                                                         \
  }
READ(read, NONE, NONE)
READ(pread, OFFSET32, AT)
READ(pread64, OFFSET64, AT)

SLOT(writev);
ssize_t writev(int fd, const struct iovec *parts, int count) {
  const char *path = known(fd);
  if (path == NULL) return REAL(writev)(fd, parts, count);
  enum how what = strike("write", path);
  REFUSED(what)
  ssize_t written = REAL(writev)(fd, parts, what == KILL_TORN && count > 1 ? count / 2 : count);
  DONE_OR_DEAD(what, written);
}

#define ON_FD(name, call, types, arguments)                                                          \
  SLOT(name);                                                                                        \
  int name(int fd types) {                                                                           \
    const char *path = known(fd);                                                                    \
    if (path == NULL) return REAL(name)(fd arguments);                                               \
    enum how what = strike(call, path);                                                              \
    REFUSED(what)                                                                                    \
    int done = REAL(name)(fd arguments);                                                             \
    DONE_OR_DEAD(what, done);                                                                        \
  }
#define LENGTH32 , off_t length
#define LENGTH64 , off64_t length
#define LENGTH , length
ON_FD(fsync, "sync", NONE, NONE)
ON_FD(fdatasync, "sync", NONE, NONE)
ON_FD(ftruncate, "truncate", LENGTH32, LENGTH)
ON_FD(ftruncate64, "truncate", LENGTH64, LENGTH)

#define ON_PATH(name, call, types, arguments)                                                        \
  SLOT(name);                                                                                        \
  int name(const char *path types) {                                                                 \
    if (!is_under(path)) return REAL(name)(path arguments);                                          \
    enum how what = strike(call, path);                                                              \
    REFUSED(what)                                                                                    \
    int done = REAL(name)(path arguments);                                                           \
    DONE_OR_DEAD(what, done);                                                                        \
  }
#define TO , const char *to
#define MODE , mode_t mode
#define NAMED_TO , to
#define NAMED_MODE , mode
ON_PATH(rename, "rename", TO, NAMED_TO)
ON_PATH(unlink, "remove", NONE, NONE)
ON_PATH(rmdir, "remove", NONE, NONE)
ON_PATH(mkdir, "folder", MODE, NAMED_MODE)
