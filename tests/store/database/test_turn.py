import threading

import pytest

from allybook.domain.errors import AllybookError, BeingRead, StorageError
from allybook.store.database.turn import take_brief_turn, take_turn

BUSY = BeingRead("Another is at it.")


@pytest.mark.parametrize("take", [take_turn, take_brief_turn])
def test_a_turn_is_one_alone_and_comes_round(tmp_path, take):
    path = tmp_path / "outbox.lock"
    with take(path, BUSY), pytest.raises(BeingRead, match="Another is at it"):
        take(path, BUSY).__enter__()
    with take(path, BUSY):
        assert path.exists()


def test_of_a_brief_turn_no_file_stays(tmp_path):
    path = tmp_path / "reading.lock"
    with pytest.raises(KeyError), take_brief_turn(path, BUSY):
        raise KeyError
    with take_brief_turn(path, BUSY):
        with pytest.raises(BeingRead):
            take_brief_turn(path, BUSY).__enter__()
        # Who was refused takes nothing away.
        assert path.exists()
    assert list(tmp_path.iterdir()) == []


def test_another_thread_does_not_get_in(tmp_path):
    path, told = tmp_path / "outbox.lock", []

    def try_it():
        try:
            with take_turn(path, BUSY):
                told.append("in")
        except AllybookError as error:
            told.append(str(error))

    with take_turn(path, BUSY):
        thread = threading.Thread(target=try_it, daemon=True)
        thread.start()
        thread.join(20)
    assert told == ["Another is at it."]


def test_a_turn_is_given_back_after_an_error(tmp_path):
    path = tmp_path / "outbox.lock"
    with pytest.raises(KeyError), take_turn(path, BUSY):
        raise KeyError
    with take_turn(path, BUSY):
        assert path.exists()


def test_a_folder_that_takes_no_files_says_so(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError):
        take_turn(tmp_path / "file" / "outbox.lock", BUSY).__enter__()
