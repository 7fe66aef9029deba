"""One made-up report in several wordings, and another on the same event: what is alike and what is not."""

from __future__ import annotations

REPORT = """Sungai Contoh Meluap, 340 Warga Mengungsi

CONTOHKOTA, CONTOH.com - Sungai Contoh meluap pada Senin malam dan merendam tiga desa di Kabupaten Banyuasri.
Sedikitnya 340 warga mengungsi ke balai kota, kata Kepala Badan Bencana Daerah Ratna Wiguna.
Dua orang tewas terseret arus di Desa Karangluhur, sedangkan 12 orang lainnya luka-luka.
Menurut Ratna, 85 rumah rusak dan jembatan Kalibata putus diterjang air setinggi 2,5 meter.
Gubernur Hadi Pramana menyatakan keadaan darurat selama 14 hari dan mengirim 60 tentara untuk evakuasi.
Kementerian Sosial mengirim 1.500 paket makanan dari gudang di Semarang pada Selasa.
Badan Meteorologi memperkirakan hujan lebat masih turun hingga Kamis di lereng Gunung Merdika.
"""
TRANSLATION = """River Contoh Bursts Its Banks and 340 People Flee

The Contoh river burst its banks on Monday night and flooded three villages in the district of Banyuasri.
At least 340 residents fled to the town hall, the head of the local disaster agency, Ratna Wiguna, said.
Two people were killed in the current in the village of Karangluhur and 12 others were injured.
According to Ratna, 85 houses were damaged and the Kalibata bridge was cut by water 2.5 metres high.
Governor Hadi Pramana declared an emergency of 14 days and sent 60 soldiers to help with the evacuation.
The ministry of social affairs sent 1,500 food parcels from its store in Semarang on Tuesday.
The weather agency expects heavy rain until Thursday on the slopes of Mount Merdika.
"""
OTHER_REPORT = """Warga Banyuasri Menunggu Bantuan

Ratusan warga Banyuasri masih bertahan di balai kota sejak banjir Senin malam.
Siti Maesaroh, 43, mengaku hanya membawa satu tas ketika air masuk ke rumahnya di Karangluhur.
Persediaan obat menipis, kata dokter Bayu Saputra yang merawat 27 anak di posko.
Ratna Wiguna menyebut jalur dari Semarang masih tertutup longsor di dua titik.
Sekolah diliburkan sampai Jumat dan 9 truk air bersih dijadwalkan tiba besok.
Petani memperkirakan 210 hektare sawah gagal panen akibat lumpur.
"""
WIRE = REPORT.replace("CONTOHKOTA, CONTOH.com - ", "Banyuasri (LAIN.co.id) - ").replace(
    "Sungai Contoh Meluap, 340 Warga Mengungsi", "Banjir di Banyuasri, Ratusan Mengungsi"
)
REVISED = REPORT.replace("Dua orang tewas", "Tiga orang tewas").replace("340", "365")
QUOTING = OTHER_REPORT + "\n".join(REPORT.splitlines()[4:7]) + "\n"
