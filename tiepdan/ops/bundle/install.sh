#!/bin/sh
# Cài đặt hoặc nâng cấp Tiếp Dân không cần internet:  ./install.sh /opt/tiepdan
# Nâng cấp: đặt TIEPDAN_HOME để dữ liệu được sao lưu trước (vào TIEPDAN_BACKUP_DIR, mặc định <nơi cài>/sao-luu).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${1:-}
[ -n "$prefix" ] || { echo "Cách dùng: ./install.sh NƠI_CÀI (ví dụ /opt/tiepdan)" >&2; exit 2; }
version=$(cat "$here/VERSION")
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên." >&2; exit 1; }

target=$prefix/releases/$version
current=$prefix/current
if [ -x "$current/.venv/bin/tiepdan" ] && [ -n "${TIEPDAN_HOME:-}" ]; then
  echo "Sao lưu trước khi nâng cấp …"
  "$current/.venv/bin/tiepdan" backup "${TIEPDAN_BACKUP_DIR:-$prefix/sao-luu}" || { echo "Sao lưu không xong: dừng, chưa thay gì." >&2; exit 1; }
fi

rm -rf "$target.half"
mkdir -p "$target.half"
cp -R "$here/program/." "$target.half/"
"$python" -m venv "$target.half/.venv" || { echo "Thiếu venv: cài gói python3-venv từ bộ cài của hệ điều hành." >&2; exit 1; }
echo "Cài thư viện từ bộ cài …"
"$target.half/.venv/bin/python" -m pip --disable-pip-version-check --quiet install --no-index --find-links "$here/wheels" \
  --require-hashes -r "$target.half/requirements.lock"
rm -rf "$target"
mv "$target.half" "$target"
# The environment was made under another name: give it its command and addresses again.
"$python" -m venv --upgrade "$target/.venv"
"$target/.venv/bin/python" "$target/tiepdan/ops/launcher.py"
ln -sfn "releases/$version" "$prefix/.current.new"
mv -T "$prefix/.current.new" "$current" 2>/dev/null || { rm -f "$current"; mv "$prefix/.current.new" "$current"; }
echo "Đã cài bản $version ở $target."
echo "Lần đầu: TIEPDAN_HOME=… $current/.venv/bin/tiepdan init.  Nâng cấp: khởi động lại dịch vụ; cấu trúc dữ liệu được nâng khi khởi động."
echo "Quay lại bản trước: ln -sfn releases/BẢN_CŨ $current, khôi phục bản sao lưu vừa lấy vào một TIEPDAN_HOME trống."
