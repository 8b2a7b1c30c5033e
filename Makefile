# Tiếp Dân: every command. `make` alone lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help run setup test journeys quick fix rules bench bundle clean

help: ## danh sách lệnh
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 10

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên (đang có: $$($(PYTHON) --version))"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Thiếu venv hoặc pip. Trên Debian/Ubuntu: apt-get install -y python3-venv"; exit 1; }

$(VENV)/.installed: requirements.lock | $(BIN)/python
	@echo "Cài thư viện (một lần) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(BIN)/python tiepdan/ops/launcher.py
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock | $(BIN)/python
	@echo "Cài thư viện và công cụ kiểm thử (một lần) …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(BIN)/python tiepdan/ops/launcher.py
	@touch $@ $(VENV)/.installed

setup: $(VENV)/.installed ## chỉ cài đặt, không chạy

run: $(VENV)/.installed ## cài đặt và chạy bản dùng thử (TIEPDAN_PORT, TIEPDAN_HOME)
	@exec $(BIN)/tiepdan run

test: $(VENV)/.installed-dev ## mọi thứ mà CI chạy
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python tests/run_all.py

journeys: $(VENV)/.installed-dev ## mọi kế hoạch đi hết một đợt trên trình duyệt (lâu)
	@$(BIN)/python -m pytest -q -m long

quick: $(VENV)/.installed-dev ## quy tắc và phép thử ngôi nhà, không cần cơ sở dữ liệu
	@TIEPDAN_TEST_NO_DATABASE=1 $(BIN)/python -m pytest -q tests/house tests/rules tests/deadlines tests/infra

fix: $(VENV)/.installed-dev ## định dạng, sắp xếp, sinh lại openapi.json
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	@$(BIN)/python tests/regenerate.py

rules: $(VENV)/.installed ## kiểm tra rules/ và chạy các ví dụ; dành cho người làm luật
	@$(BIN)/tiepdan rules check

bench: $(VENV)/.installed ## đo tốc độ
	@$(BIN)/tiepdan bench http

bundle: $(VENV)/.installed ## một bộ cài không cần internet, ở build/
	@$(BIN)/python -m tiepdan.ops.bundle.make

clean: ## xóa môi trường và dữ liệu dùng thử
	rm -rf $(VENV) var build
